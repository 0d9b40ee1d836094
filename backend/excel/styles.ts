import type { FontChoice } from './fonts.ts';
import type { CellStyle } from './sheet-plan.ts';

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const;

/** Light yellow: where an agency is to write. Still white enough for a copier. */
const FILLABLE_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF9E5' } } as const;

type StyleOptions = {
  readonly align?: 'left' | 'center' | 'right';
  readonly border?: boolean;
  readonly vertical?: boolean;
  readonly numFmt?: string;
  readonly fillable?: boolean;
  readonly fill?: CellStyle['fill'] | undefined;
};

/** Builds cell styles. Make each look once and use it for all its cells: the writer is faster then. */
export function cellStyle(font: FontChoice, options: StyleOptions = {}): CellStyle {
  return {
    font: { name: font.name, size: font.size, bold: font.bold, charset: 134, family: 3 },
    alignment: {
      horizontal: options.align ?? 'left',
      vertical: 'middle',
      // Stacked characters that may also wrap are drawn at the left edge by some programs.
      wrapText: options.vertical !== true,
      ...(options.vertical === true ? { textRotation: 'vertical' as const } : {}),
    },
    ...(options.border === false ? {} : { border: BORDER }),
    ...(options.numFmt === undefined ? {} : { numFmt: options.numFmt }),
    ...(options.fill ? { fill: options.fill } : {}),
    ...(options.fillable === true ? { fill: FILLABLE_FILL, protection: { locked: false } } : {}),
  };
}

export const TEXT_FORMAT = '@';
export const GENERAL_FORMAT = 'General';
export const DATE_FORMAT = 'yyyy-mm-dd';

/** @param share a share of 1; a decimal is shown only where there is one (62.5% but 50%) */
export function percentFormat(share: number): string {
  return Number.isInteger(Math.round(share * 1000) / 10) ? '0%' : '0.0%';
}

/**
 * Cells of format "text" that hold more than 255 characters are shown as ##### by Excel up to 2010; the general
 * format shows them, and a string stays a string in both.
 */
const TEXT_FORMAT_MAX = 255;

export function textFormat(text: string): string {
  return text.length <= TEXT_FORMAT_MAX ? TEXT_FORMAT : GENERAL_FORMAT;
}
