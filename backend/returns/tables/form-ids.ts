import { FORM_SHEET, type FormIds, FormIdsSchema } from '#backend/sheets/form-format.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';

/** The hidden sheets of a workbook that carry ids: one, or several when forms were moved together. */
export type HiddenIds = { readonly ids: readonly FormIds[]; readonly tamperedWith: boolean };

/** Whether a sheet is the hidden one, also as another program numbers it when it is copied: _form (2). */
export function isFormSheet({ name }: Pick<SheetRead, 'name'>): boolean {
  return (
    name === FORM_SHEET || (name.startsWith(FORM_SHEET) && /^\s*[(（_]?\d+[)）]?$/u.test(name.slice(FORM_SHEET.length)))
  );
}

export function hiddenIdsIn(sheets: readonly SheetRead[]): HiddenIds {
  const found = sheets.filter(isFormSheet).map((sheet) => {
    const pairs = sheet.rows.map((row) => [row.cells.get(1)?.text ?? '', row.cells.get(2)?.text ?? ''] as const);
    // An empty document number leaves no cell behind.
    return FormIdsSchema.safeParse({ documentNumber: '', planTitle: '', ...Object.fromEntries(pairs) });
  });
  return {
    ids: found.flatMap((parsed) => (parsed.success ? [parsed.data] : [])),
    tamperedWith: found.some((parsed) => !parsed.success),
  };
}

/**
 * Which hidden ids belong to which of several tables: those of the unit it names. A table that names no unit, or the
 * only one of its file, goes with the only ids there are; whether they fit what it says is for others to judge.
 *
 * @param units the unit each table names, or empty
 */
export function shareIds(ids: readonly FormIds[], units: readonly string[]): readonly (FormIds | null)[] {
  const [only] = ids;
  if (only === undefined) return units.map(() => null);
  if (units.length === 1)
    return [ids.find(({ agencyName }) => isUnit(units[0] ?? '', agencyName)) ?? (ids.length === 1 ? only : null)];
  const isClaimed = units.some((unit) => isUnit(unit, only.agencyName));
  return units.map((unit, index) => {
    const own = ids.find(({ agencyName }) => isUnit(unit, agencyName));
    if (own) return own;
    if (ids.length > 1) return null;
    return unit === '' || (index === 0 && !isClaimed) ? only : null;
  });
}

/** 泽州县农业农村局 names 县农业农村局. */
function isUnit(said: string, agencyName: string): boolean {
  return said !== '' && (said === agencyName || said.endsWith(agencyName) || agencyName.endsWith(said));
}
