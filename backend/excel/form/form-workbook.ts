import { FORM_SHEET, FORM_VERSION, type FormIds, TARGETS_SHEET } from '#backend/sheets/form-format.ts';
import { sheetNames } from '#backend/sheets/safe-text.ts';
import { needsCount } from '#shared/domain/report-needs.ts';
import type { SheetPlan } from '../sheet-plan.ts';
import { cellStyle } from '../styles.ts';
import { writeWorkbook } from '../write-workbook.ts';
import type { FormInput, FormPart } from './form-input.ts';
import { BODY_SIZE, formLooks } from './form-looks.ts';
import { shortPlanName } from './form-words.ts';
import { needsOf, progressSheet } from './progress-sheet.ts';
import { targetRows, targetSheet } from './target-sheet.ts';

/** The one sheet of reports of a form about one plan. */
const ONLY_SHEET = '填报表';

/** What is wanted as hidden ids, and by which names of the workbook they are found. */
const NAMED_IDS = ['planId', 'agencyId', 'periodId', 'formId'] as const satisfies readonly (keyof FormIds)[];

/** Names for the sheets of reports, none of them another sheet's. */
function reportSheetNames(parts: readonly FormPart[]): readonly string[] {
  if (parts.length === 1) return [ONLY_SHEET];
  const others = [TARGETS_SHEET, FORM_SHEET];
  return sheetNames([...others, ...parts.map(({ plan }) => shortPlanName(plan))]).slice(others.length);
}

function idSheet(ids: FormIds, nth: number): SheetPlan {
  const style = cellStyle({ name: '宋体', size: BODY_SIZE, bold: false }, { border: false });
  const entries = Object.entries(ids);
  const suffix = nth === 0 ? '' : String(nth + 1);
  return {
    name: `${FORM_SHEET}${suffix}`,
    state: 'veryHidden',
    columns: [{ width: 20 }, { width: 60 }],
    rows: entries.map(([key, value]) => ({
      cells: [
        { value: key, style },
        { value, style },
      ],
    })),
    merges: [],
    validations: [],
    names: NAMED_IDS.map((key) => {
      const row = entries.findIndex(([name]) => name === key) + 1;
      return { name: `form_${key}${suffix}`, block: { top: row, left: 2, bottom: row, right: 2 } };
    }),
  };
}

/**
 * The form of one agency for one period: what it owes, and light cells to fill in; what is missing it tells by itself.
 * Ids are hidden in it, so that what comes back finds its rows again even when they were sorted, renamed or retyped.
 * What is given is locked, without a password: anybody can lift it, and the reader does not rely on it.
 */
export function formSheets(input: FormInput): readonly SheetPlan[] {
  const { agency, parts } = input;
  const look = formLooks();
  const names = reportSheetNames(parts);
  const missing = parts
    .flatMap(({ rows }) => rows)
    .reduce((sum, row) => sum + needsCount(needsOf(row, input.rules)), 0);
  const hasTargets = targetRows(input).length > 0;
  const reports = parts.map((part, index) =>
    progressSheet(
      part,
      input,
      {
        name: names[index] ?? ONLY_SHEET,
        isFirst: index === 0,
        nth: index + 1,
        count: parts.length,
        missing,
        hasTargets,
      },
      look,
    ),
  );
  const targets = targetSheet(input, look);
  const ids = parts.map(({ formId, plan, period }, index) =>
    idSheet(
      {
        version: FORM_VERSION,
        planId: plan.id,
        planTitle: plan.title,
        documentNumber: plan.documentNumber,
        agencyId: agency.id,
        agencyName: agency.name,
        periodId: period.id,
        periodLabel: period.label,
        periodEndsOn: period.endsOn,
        formId,
        sheet: names[index] ?? ONLY_SHEET,
      },
      index,
    ),
  );
  return [...reports, ...(targets ? [targets] : []), ...ids];
}

/** @returns the bytes of an .xlsx workbook with {@link formSheets} */
export function buildForm(input: FormInput): Promise<Uint8Array> {
  return writeWorkbook(formSheets(input));
}
