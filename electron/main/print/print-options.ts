import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import type { PrintSetup } from '#shared/domain/print-table.ts';
import { AppError } from '#shared/errors.ts';

/** Options for a PDF of pages that bring their own margins, heads and page numbers. */
export function pdfOptions({ paper, orientation }: PrintSetup): PrintToPDFOptions {
  return {
    pageSize: paper,
    landscape: orientation === 'landscape',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    // Read aloud as a table with heads, not as loose words.
    generateTaggedPDF: true,
  };
}

/** Options for the system's print dialog, with the preview's choices already made in it. */
export function printerOptions({ paper, orientation, ink }: PrintSetup): WebContentsPrintOptions {
  return {
    silent: false,
    pageSize: paper,
    landscape: orientation === 'landscape',
    margins: { marginType: 'none' },
    printBackground: true,
    color: ink === 'colour',
  };
}

/** Chromium's own words for a dialog that a person closed (chrome/common/print_messages). */
const CANCELLED = /cancel/i;

/**
 * What became of a print.
 *
 * @param reason as Chromium says it, when it did not succeed
 * @throws AppError PRINT_FAILED
 */
export function printOutcome(success: boolean, reason: string): 'printed' | 'cancelled' {
  if (success) return 'printed';
  if (CANCELLED.test(reason)) return 'cancelled';
  throw new AppError('PRINT_FAILED', {
    reason: /printer settings/i.test(reason) ? '打印机设置无效' : '打印机没有响应',
  });
}
