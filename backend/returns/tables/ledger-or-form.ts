import type { FormIds } from '#backend/sheets/form-format.ts';
import type { SettledColumns } from './settle-columns.ts';

/** Heads of units that answer: each row is its unit's. */
const ANSWERS = /(?:填报|报送|上报|填表)(?:单位|部门)|^单位|^部门/u;
/** Heads of units that lead, one for a task that several answer for. */
const LEADS = /牵头|主办|主责|领办|主管|指导|督导|督办/u;

export type LedgerOrForm = { readonly isLedger: boolean; readonly doubt: string };

const A_FORM: LedgerOrForm = { isLedger: false, doubt: '' };
const A_LEDGER: LedgerOrForm = { isLedger: true, doubt: '' };

/**
 * Whether a table is the form of one unit or a ledger, each row of which is of a unit of its own. Ids of ours: a form.
 * No column of units that holds anything: a form. Nobody named above, a head that asks who reports, or a person who
 * pointed the column out: a ledger. Else a unit stands above and others in the rows, and the head says what they are:
 *
 * - 牵头单位 names one of the units that answer for a task: the unit above may be another of them. A form.
 * - 责任单位 names all of them. The unit above is among them in some row: a form. The rows name several units and never
 *   the one above: it has put the table together. A ledger.
 *
 * In both cases a person is asked, unless every row names the unit above.
 *
 * @param unit what the unit line above names, or empty
 * @param agencies the texts of the column of units, row by row
 */
export function ledgerOrForm(
  { columns, at }: Pick<SettledColumns, 'columns' | 'at'>,
  ids: FormIds | null,
  unit: string,
  agencies: readonly string[],
): LedgerOrForm {
  const agency = at.get('agency');
  if (!agency || ids !== null || agency.filled === 0) return A_FORM;
  const view = columns.find(({ column }) => column === agency.column);
  const plain = agency.head.replace(/\s+/gu, '');
  const isPointedOut = view?.how === 'pointed' || view?.how === 'remembered';
  if (unit === '' || isPointedOut || ANSWERS.test(plain)) return A_LEDGER;
  const named = new Set(agencies.filter((text) => text !== ''));
  const others = [...named].filter((text) => !text.includes(unit) && !unit.includes(text));
  if (others.length === 0) return A_FORM;
  const head = view?.head ?? '';
  const above = `表上写着填报单位“${unit}”`;
  const isCompiled = others.length > 1 && others.length === named.size && !LEADS.test(plain);
  if (isCompiled) return { isLedger: true, doubt: `${above}，已按各行的“${head}”逐行对应，请核对是谁填报的` };
  const wayOut = `（如果是几个单位的汇总，请在“列对应”中把“${head}”一列指定为单位）`;
  return { isLedger: false, doubt: `${above}，各行又有“${head}”，已按一家填报读取，请核对是谁填报的${wayOut}` };
}
