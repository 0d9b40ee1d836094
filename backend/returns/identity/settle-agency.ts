import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import type { NameBook } from '#backend/returns/words/name-book.ts';
import type { AgencyId, PlanId } from '#shared/domain/ids.ts';
import type { ReturnWitness } from '#shared/domain/return-review.ts';
import type { Settled } from './identity-ground.ts';
import type { RowsSay } from './rows-of-whom.ts';

type Said = ReturnWitness & { readonly about: 'agency'; readonly id: AgencyId | null };

/** A row of the table of witnesses: who is believed alone, who only beside another. */
const STRONG: ReadonlySet<ReturnWitness['source']> = new Set(['ids', 'unit-line', 'title']);
/** So much of the rows must be owed by the agency, for the rows to speak for it. */
const OWED_SHARE = 0.5;
/** So much of the rows another agency must owe, for the rows to speak against it. */
const OTHERS_SHARE = 0.9;

const SOURCE_LABELS: Readonly<Partial<Record<ReturnWitness['source'], string>>> = {
  ids: '文件内的标识',
  'unit-line': '填报单位',
  title: '标题',
  'sheet-name': '工作表名',
  'file-name': '文件名',
  rows: '表中任务',
};

/** @returns how a witness is called in a sentence: 填报单位写的是“县教育局” */
export function sayingOf({ source, says }: ReturnWitness): string {
  return `${SOURCE_LABELS[source] ?? ''}${source === 'rows' ? `：${says}` : `写的是“${says}”`}`;
}

/** Every writing of a unit in the table and around it, and whom it means. */
function writings(table: ParsedTable, names: NameBook): readonly Said[] {
  const said: Said[] = [];
  if (table.ids) {
    const { agencyName } = table.ids;
    said.push({ about: 'agency', source: 'ids', says: agencyName, id: names.find(agencyName) });
  }
  for (const { source, says } of table.said.units) {
    if (says.trim() === '') continue;
    if (source === 'unit-line') {
      said.push({ about: 'agency', source, says, id: names.find(says) });
      continue;
    }
    const found = names.find(says);
    const within = found === null ? names.within(says) : [found];
    for (const id of within) said.push({ about: 'agency', source, says, id });
  }
  return said;
}

function rowsWitness(rows: RowsSay, planId: PlanId, names: NameBook): Said | null {
  const all = rows.rowsOf(planId);
  const [first, second] = rows.owing(planId);
  if (all === 0 || first === undefined || first.rows < all * OTHERS_SHARE) return null;
  const alone = second === undefined || second.rows < first.rows;
  const says = alone ? `只有${names.nameOf(first.agencyId)}负责这些任务` : '几个单位都负责这些任务';
  return { about: 'agency', source: 'rows', says, id: alone ? first.agencyId : null };
}

/**
 * Says whose a form is. Witnesses that agree settle it; a file's or sheet's name against one other witness, a unit
 * nobody knows, rows that only another agency owes: a person must say. A file's name against several is only noted.
 *
 * @param ids the ids when their form is in the log, and only then more than words
 */
export function settleAgency(table: ParsedTable, planId: PlanId, names: NameBook, rows: RowsSay): Settled<AgencyId> {
  const said = writings(table, names);
  const byRows = rowsWitness(rows, planId, names);
  const witnesses = byRows === null ? said : [...said, byRows];
  const strong = said.filter(({ source }) => STRONG.has(source));
  const weak = said.filter(({ source }) => !STRONG.has(source));
  const named = distinct(strong);
  const candidates = distinct([
    ...strong,
    ...weak,
    ...strong.flatMap((one) => (one.id === null ? names.nearest(one.says).map((id) => ({ ...one, id })) : [])),
    ...(byRows === null ? [] : [byRows]),
    ...rows.owing(planId).map(({ agencyId }) => ({ ...EMPTY, id: agencyId })),
  ]);
  const ask = (question: string): Settled<AgencyId> => ({ witnesses, notes: [], id: null, question, candidates });
  const settled = (id: AgencyId, notes: readonly string[] = []): Settled<AgencyId> => ({
    witnesses,
    notes,
    id,
    question: '',
    candidates,
  });
  if (named.length > 1) return ask(`${listed(strong)}，不是同一个单位，请选择是哪个单位的`);
  const [agencyId] = named;
  const means = (says: string): boolean =>
    agencyId !== undefined && names.several(says).agencyIds.length < 2 && names.resembles(says, agencyId);
  const unknown = strong.find((one) => one.id === null && !means(one.says));
  if (unknown !== undefined) return ask(`${sayingOf(unknown)}，名录中没有这个单位，请选择是哪个单位的`);
  if (agencyId === undefined) return settleByNames(weak, rows, planId, ask, settled);
  if (speakAgainst(byRows, rows, planId, agencyId)) {
    return ask(
      `${listed(strong)}，表中任务却是${byRows ? names.nameOf(byRows.id ?? agencyId) : ''}负责的，请选择是哪个单位的`,
    );
  }
  const against = disagreeing(weak, agencyId);
  if (against.length > 0 && new Set(strong.map(({ source }) => source)).size < 2) {
    return ask(`${listed([...strong, ...against])}，不是同一个单位，请选择是哪个单位的`);
  }
  const otherwise = strong.filter(({ id }) => id === null);
  return settled(agencyId, [
    ...otherwise.map((one) => `${sayingOf(one)}，读作“${names.nameOf(agencyId)}”。`),
    ...against.map((one) => `${sayingOf(one)}，与填报单位不同；按${listed(strong)}，读作“${names.nameOf(agencyId)}”。`),
  ]);
}

const EMPTY = { about: 'agency', source: 'rows', says: '' } as const;

/** Without ids and unit: the name of file or sheet counts when the rows agree. */
function settleByNames(
  weak: readonly Said[],
  rows: RowsSay,
  planId: PlanId,
  ask: (question: string) => Settled<AgencyId>,
  settled: (id: AgencyId, notes?: readonly string[]) => Settled<AgencyId>,
): Settled<AgencyId> {
  const [agencyId, ...others] = distinct(weak);
  if (agencyId === undefined) return ask('文件中没有写明填报单位，请选择是哪个单位的');
  if (others.length > 0) return ask(`${listed(weak)}，不是同一个单位，请选择是哪个单位的`);
  const agree = rows.rowsOf(planId) > 0 && rows.owedBy(planId, agencyId) > rows.rowsOf(planId) * OTHERS_SHARE;
  if (!agree) return ask(`表中没有填报单位，只有${listed(weak)}，请确认是哪个单位的`);
  return settled(agencyId, [`表中没有填报单位，按${listed(weak)}识别，表中任务相符。`]);
}

/** The rows are owed by one other agency alone, and hardly by this one. */
function speakAgainst(byRows: Said | null, rows: RowsSay, planId: PlanId, agencyId: AgencyId): boolean {
  if (byRows === null || byRows.id === agencyId) return false;
  return rows.owedBy(planId, agencyId) < rows.rowsOf(planId) * OWED_SHARE;
}

/** Sources that name known agencies, and not this one among them. */
function disagreeing(weak: readonly Said[], agencyId: AgencyId): readonly Said[] {
  return [...Map.groupBy(weak, ({ source }) => source).values()]
    .filter((ofSource) => !ofSource.some(({ id }) => id === agencyId))
    .flatMap((ofSource) => ofSource.slice(0, 1));
}

function distinct(said: readonly { readonly id: AgencyId | null }[]): readonly AgencyId[] {
  return [...new Set(said.flatMap(({ id }) => id ?? []))];
}

function listed(said: readonly ReturnWitness[]): string {
  return [...new Set(said.map(sayingOf))].join('，');
}
