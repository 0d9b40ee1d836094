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

/** What a table says of itself that may tell which hidden ids are its own. */
export type IdsPlace = {
  /** The unit it names, or empty. */
  readonly unit: string;
  readonly sheet: string;
  /** The plan's title as it stands above the table, or empty. */
  readonly planTitle: string;
};

/**
 * Which hidden ids belong to which of several tables: those of the unit it names; of several of that unit (a form over
 * several plans) those that name its sheet, or the plan in its title. A table that names no unit, or the only one of its
 * file, goes with the only ids there are; whether they fit what it says is for others to judge.
 */
export function shareIds(ids: readonly FormIds[], places: readonly IdsPlace[]): readonly (FormIds | null)[] {
  const [only] = ids;
  if (only === undefined) return places.map(() => null);
  const [first] = places;
  if (places.length === 1 && first !== undefined) return [idsOf(ids, first) ?? (ids.length === 1 ? only : null)];
  const isClaimed = places.some(({ unit }) => isUnit(unit, only.agencyName));
  return places.map((place, index) => {
    const own = idsOf(ids, place);
    if (own) return own;
    if (ids.length > 1) return null;
    return place.unit === '' || (index === 0 && !isClaimed) ? only : null;
  });
}

function idsOf(ids: readonly FormIds[], { unit, sheet, planTitle }: IdsPlace): FormIds | undefined {
  const ofUnit = ids.filter(({ agencyName }) => isUnit(unit, agencyName));
  const [only] = ofUnit;
  if (ofUnit.length < 2) return only;
  const plans = new Set(ofUnit.map(({ planId }) => planId));
  // The same plan twice, of two months: as ever the first, and the title says whether it fits.
  if (plans.size === 1) return only;
  const ofSheet = ofUnit.filter((one) => one.sheet === sheet);
  if (ofSheet.length === 1) return ofSheet[0];
  const ofPlan = ofUnit.filter((one) => planTitle !== '' && one.planTitle.endsWith(planTitle));
  return ofPlan.length === 1 ? ofPlan[0] : undefined;
}

/** 泽州县农业农村局 names 县农业农村局. */
function isUnit(said: string, agencyName: string): boolean {
  return said !== '' && (said === agencyName || said.endsWith(agencyName) || agencyName.endsWith(said));
}
