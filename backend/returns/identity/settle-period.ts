import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { currentPeriod, periodTitle } from '#shared/domain/period.ts';
import type { ReturnWitness } from '#shared/domain/return-review.ts';
import type { IdentityGround, Settled } from './identity-ground.ts';

type Said = ReturnWitness & { readonly about: 'period'; readonly id: PeriodId | null };

const SOURCE_LABELS: Readonly<Partial<Record<ReturnWitness['source'], string>>> = {
  ids: '文件内的标识',
  title: '标题',
  help: '填表说明',
  'sheet-name': '工作表名',
  'file-name': '文件名',
};

function sayingOfPeriod({ source, says }: ReturnWitness): string {
  return `${SOURCE_LABELS[source] ?? ''}是“${source === 'ids' ? periodTitle(says) : says}”`;
}

const QUARTER_MONTHS = 3;

function withoutBlanks(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** The period the words name: its label, else the month; a month without a year is the plan's. */
function periodSaid(
  { says, year, month }: ParsedTable['said']['periods'][number],
  periods: readonly PeriodView[],
  planYear: number,
): PeriodId | null {
  const words = withoutBlanks(says);
  const labelled = periods
    .filter(({ label }) => words.includes(withoutBlanks(periodTitle(label))) || words.includes(label))
    .toSorted((one, other) => other.label.length - one.label.length);
  // 2021年10月上旬 holds 2021年10月 as well; the kind with the longer name is meant.
  const finer =
    labelled.find(({ kind }) => kind !== 'month' && kind !== 'year') ?? labelled.find(({ kind }) => kind === 'month');
  if (finer !== undefined) return finer.id;
  const monthOf = (number: number): string => `${year ?? planYear}-${String(number).padStart(2, '0')}`;
  const start = monthOf(month);
  // A quarter is no month: where the plan has none, nobody said which of its months is meant.
  const months = /季/u.test(words) ? QUARTER_MONTHS : /半年/u.test(words) ? QUARTER_MONTHS * 2 : 1;
  if (months > 1) {
    const first = monthOf(month - months + 1);
    return periods.find((one) => one.startsOn.startsWith(first) && one.endsOn.startsWith(start))?.id ?? null;
  }
  const ofMonth = periods.find(({ kind, startsOn }) => kind === 'month' && startsOn.startsWith(start));
  if (ofMonth !== undefined) return ofMonth.id;
  const holding = periods.filter(
    ({ startsOn, endsOn }) => startsOn.slice(0, 7) <= start && start <= endsOn.slice(0, 7),
  );
  return holding.length === 1 ? (holding[0]?.id ?? null) : null;
}

/**
 * Says for which period a table is. Last month's form used again is the ordinary habit, so any two that disagree are
 * asked about; a month that is named beats today, and today alone settles nothing.
 *
 * @param agencyId whose table it is, as far as settled; of a ledger `null`
 */
export function settlePeriod(
  ground: IdentityGround,
  table: ParsedTable,
  planId: PeriodView['planId'],
  agencyId: AgencyId | null,
): Settled<PeriodId> {
  const periods = ground.periods.filter((period) => period.planId === planId);
  const planYear = ground.plans.find(({ id }) => id === planId)?.year ?? 0;
  const said: Said[] = table.said.periods.map((one) => ({
    about: 'period',
    source: one.source,
    says: one.says,
    id: periodSaid(one, periods, planYear),
  }));
  if (table.ids) {
    const { periodLabel } = table.ids;
    const id = periods.find(({ label }) => label === periodLabel)?.id ?? null;
    said.unshift({ about: 'period', source: 'ids', says: periodLabel, id });
  }
  const waiting = ground.forms.filter((form) => form.planId === planId && form.agencyId === agencyId && !form.returned);
  const sent = [...new Set(waiting.map(({ periodId }) => periodId))];
  const candidates = order(periods, [
    ...said.flatMap(({ id }) => id ?? []),
    ...sent.toReversed(),
    ...(clockPeriod(periods, ground, sent) ?? []),
  ]);
  const ask = (question: string, more: readonly Said[] = []): Settled<PeriodId> => ({
    witnesses: [...said, ...more],
    notes: [],
    id: null,
    question,
    candidates,
  });
  const bySource = Map.groupBy(said, ({ source }) => source);
  const strong = [bySource.get('ids'), bySource.get('title')].flatMap((one) => one ?? []);
  const named = strong.length > 0 ? strong : said;
  const [id, ...others] = meant(named, periods);
  if (id === undefined) {
    if (said.length > 0) return ask(`${listed(said)}，计划中没有这一期，请选择是哪一期的`);
    return bySentForm(ground, periods, sent, ask);
  }
  // The help line names the day the form is due, which may lie in the month after.
  const onlyHelp = named.every(({ source }) => source === 'help');
  const wasSent = ground.forms.some((form) => form.agencyId === agencyId && form.periodId === id);
  if (onlyHelp && !wasSent) return ask(`只有${listed(named)}，没有发出这一期的填报表，请选择是哪一期的`);
  if (others.length > 0) return ask(`${listed(named)}，不是同一期，请选择是哪一期的`);
  const against = [...bySource]
    .filter(([source]) => source === 'file-name' || source === 'sheet-name')
    .map(([, ofSource]) => ofSource)
    .filter(
      (ofSource) =>
        ofSource.some((one) => one.id !== null) &&
        !ofSource.some((one) => one.id === null || fits(one.id, id, periods)),
    )
    .flatMap((ofSource) => ofSource.slice(0, 1));
  if (against.length > 0) return ask(`${listed([...named, ...against])}，不是同一期，请选择是哪一期的`);
  const alone = table.ids === null ? aloneAgainst(ground, planId, agencyId, id, sent, periods) : '';
  const agreeing = [...bySource.values()].filter((ofSource) =>
    ofSource.some((one) => one.id !== null && fits(one.id, id, periods)),
  );
  if (alone !== '' && agreeing.length === 1) return ask(`只有${listed(named)}，${alone}，请选择是哪一期的`);
  return { witnesses: said, notes: [], id, question: '', candidates };
}

/**
 * What speaks against a period that one place alone names: no form of it went out, and it has not begun, or it is not
 * the one of today while a form of another is waited for.
 *
 * @returns empty when nothing does
 */
function aloneAgainst(
  ground: IdentityGround,
  planId: PeriodView['planId'],
  agencyId: AgencyId | null,
  id: PeriodId,
  sent: readonly PeriodId[],
  periods: readonly PeriodView[],
): string {
  const isOut = ground.forms.some(
    (form) => form.planId === planId && form.periodId === id && (agencyId === null || form.agencyId === agencyId),
  );
  const period = periods.find((one) => one.id === id);
  if (isOut || period === undefined) return '';
  if (period.startsOn > ground.today) return '这一期还没有开始，也没有发出过填报表';
  const isOfToday = period.startsOn <= ground.today && ground.today <= period.endsOn;
  const waited = sent.map((one) => periodTitle(periods.find((other) => other.id === one)?.label ?? ''));
  return sent.length > 0 && !isOfToday ? `这一期没有发出过填报表，还没有收回的是${waited.join('、')}的` : '';
}

/**
 * The periods the witnesses mean: one when all agree. A source that names several agrees with any of them; a month
 * agrees with the quarter that holds it, which is then meant.
 */
function meant(said: readonly Said[], periods: readonly PeriodView[]): readonly PeriodId[] {
  const sources = [...Map.groupBy(said, ({ source }) => source).values()];
  const ids = [...new Set(said.flatMap(({ id }) => id ?? []))];
  const agreed = ids.filter((id) =>
    sources.every((ofSource) => ofSource.some((one) => one.id !== null && fits(one.id, id, periods))),
  );
  // Two months in one title fit it both: only what all sources agree upon, and alone, is settled.
  return agreed.length === 1 ? agreed : agreed.length > 1 ? finest(agreed, said, periods) : ids.length > 1 ? ids : [];
}

/** Of periods that all fit: the one the ids name, or that others only lie within. */
function finest(
  agreed: readonly PeriodId[],
  said: readonly Said[],
  periods: readonly PeriodView[],
): readonly PeriodId[] {
  const byIds = said.find(({ source }) => source === 'ids')?.id;
  if (byIds != null && agreed.includes(byIds)) return [byIds];
  const widest = agreed.filter((id) => agreed.every((other) => fits(other, id, periods)));
  return widest.length === 1 ? widest : agreed;
}

/** Whether what was said is the period, or a part of it. */
function fits(said: PeriodId, periodId: PeriodId, periods: readonly PeriodView[]): boolean {
  if (said === periodId) return true;
  const [part, whole] = [periods.find(({ id }) => id === said), periods.find(({ id }) => id === periodId)];
  return part !== undefined && whole !== undefined && whole.startsOn <= part.startsOn && part.endsOn <= whole.endsOn;
}

/** Nothing names a month: the one form that went out and is not back, as long as today does not say another. */
function bySentForm(
  ground: IdentityGround,
  periods: readonly PeriodView[],
  sent: readonly PeriodId[],
  ask: (question: string, more?: readonly Said[]) => Settled<PeriodId>,
): Settled<PeriodId> {
  const [periodId, ...more] = sent;
  const [today] = clockPeriod(periods, ground, sent) ?? [];
  const titleOf = (id: PeriodId | undefined): string => periodTitle(periods.find((one) => one.id === id)?.label ?? '');
  const witnesses: Said[] = [];
  for (const id of sent)
    witnesses.push({ about: 'period', source: 'sent-form', says: `${titleOf(id)}的填报表还没有收回`, id });
  if (today !== undefined) witnesses.push({ about: 'period', source: 'clock', says: titleOf(today), id: today });
  if (periodId !== undefined && more.length === 0 && periodId === today) {
    const notes = [`表中没有写明期别，只有${titleOf(periodId)}的填报表还没有收回，按这一期识别。`];
    return { ...ask('', witnesses), notes, id: periodId };
  }
  return ask('文件中没有写明是哪一期，请选择', witnesses);
}

/** The period of today, of the kind that forms were sent for, else of months. */
function clockPeriod(
  periods: readonly PeriodView[],
  { today }: IdentityGround,
  sent: readonly PeriodId[],
): readonly PeriodId[] | undefined {
  const kind = periods.find(({ id }) => id === sent[0])?.kind ?? 'month';
  const ofKind = periods.filter((period) => period.kind === kind).toSorted(byStart);
  const current = currentPeriod(ofKind.length > 0 ? ofKind : periods.toSorted(byStart), today);
  return current === undefined ? undefined : [current.id];
}

function byStart(one: PeriodView, other: PeriodView): number {
  return one.startsOn < other.startsOn ? -1 : Number(one.startsOn > other.startsOn);
}

/** The likely ones, then all others from the newest on. */
function order(periods: readonly PeriodView[], likely: readonly PeriodId[]): readonly PeriodId[] {
  return [
    ...new Set([
      ...likely,
      ...periods
        .toSorted(byStart)
        .toReversed()
        .map(({ id }) => id),
    ]),
  ];
}

function listed(said: readonly ReturnWitness[]): string {
  return [...new Set(said.map(sayingOfPeriod))].join('，');
}
