import { expect, test } from 'vitest';
import { pdfOptions, printerOptions, printOutcome } from '#electron/main/print/print-options.ts';
import { AppError } from '#shared/errors.ts';

const A3 = { paper: 'A3', orientation: 'landscape', fit: 'page-width', ink: 'black' } as const;

test('the choices of the preview are made in the dialog of the system, without margins of its own', () => {
  expect(printerOptions(A3)).toMatchObject({
    silent: false,
    pageSize: 'A3',
    landscape: true,
    color: false,
    margins: { marginType: 'none' },
  });
  expect(pdfOptions({ ...A3, paper: 'A4', orientation: 'portrait' })).toMatchObject({
    pageSize: 'A4',
    landscape: false,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  });
});

test('a closed dialog is no failure, a printer that does not answer is one with a sentence', () => {
  expect(printOutcome(true, '')).toBe('printed');
  expect(printOutcome(false, 'Print job canceled')).toBe('cancelled');
  for (const reason of ['Print job failed', 'Invalid printer settings', '']) {
    expect(() => printOutcome(false, reason)).toThrowError(AppError);
  }
});
