// One cell as a person typed it, read as a value of one field of a form.
import { readField } from '#backend/returns/values/read-fields.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import type { ProgressField } from '#shared/domain/progress.ts';

/** Last day of the form's period: what a date without a year is near to. */
const NEAR = '2021-10-31';

export function typedCell(given: string | number | Partial<CellRead>): CellRead {
  return {
    text: typeof given === 'object' ? '' : String(given),
    number: typeof given === 'number' ? given : null,
    percent: false,
    isoDate: null,
    monthOnly: false,
    error: false,
    merged: false,
    originRow: 5,
    originColumn: 6,
    trouble: null,
    ...(typeof given === 'object' ? given : {}),
  };
}

/** What the field reads from this cell. */
export const readTyped = (
  field: ProgressField,
  given: string | number | Partial<CellRead>,
  near: string | null = NEAR,
) => readField(field, typedCell(given), { near });

/** A cell that is a date and shows this text. */
export const shownDay = (isoDate: string, text: string): Partial<CellRead> => ({ isoDate, text });
