import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { nameBook } from '#backend/returns/words/name-book.ts';
import type { AgencyId, FormId, PeriodId, PlanId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { ReturnWitness } from '#shared/domain/return-review.ts';
import type { ClerkSaid, Identity, IdentityGround, Settled } from './identity-ground.ts';
import { readRowsOf } from './rows-of-whom.ts';
import { settleAgency } from './settle-agency.ts';
import { settlePeriod } from './settle-period.ts';
import { settlePlan } from './settle-plan.ts';

/**
 * Says whose a returned table is, for which period, and which form it answers, from several witnesses: hidden ids
 * (believed for the names they carry), 填报单位, the month in the title, names of sheet and file, the forms that were
 * sent, the rows. All that speak agree: known. Two disagree, or only the clock would say it: held until a person says.
 *
 * @param ground gathered once for a review
 * @returns for each table its identity; it throws AppError RETURN_OTHER_PLAN for one of a plan not in this data file
 */
export function prepareIdentify(
  ground: IdentityGround,
): (table: ParsedTable, fileName: string, clerk?: ClerkSaid) => Identity {
  const names = nameBook(
    ground.agencies,
    ground.plans.flatMap(({ issuer, title }) => [issuer, title]),
  );
  const readRows = readRowsOf(ground);
  const periods = new Map(ground.periods.map((period) => [period.id, period]));
  const titleOf = (id: PeriodId): string => periodTitle(periods.get(id)?.label ?? '');

  return (table, fileName, clerk = {}) => {
    const rows = readRows(table.rows);
    const plan = settlePlan(ground, table, rows, fileName);
    const { planId } = plan;
    const isLedger = table.kind === 'ledger';
    const agency = isLedger
      ? NOT_ASKED
      : byClerk(settleAgency(table, planId, names, rows), clerk.agencyId, 'agency', names.nameOf);
    const clerkPeriod = periods.get(clerk.periodId ?? (0 as PeriodId))?.planId === planId ? clerk.periodId : undefined;
    const period = byClerk(settlePeriod(ground, table, planId, agency.id), clerkPeriod, 'period', titleOf);
    const common = {
      witnesses: [...plan.witnesses, ...agency.witnesses, ...period.witnesses],
      notes: [...agency.notes, ...period.notes],
      doubts: plan.doubts,
    };
    if (period.id !== null && (isLedger || agency.id !== null)) {
      const form = formOf(ground, table, planId, agency.id, period.id);
      const known = { planId, agencyId: agency.id, periodId: period.id, formId: form.formId };
      return { ...common, notes: [...common.notes, ...form.notes], known, held: null };
    }
    const label = <Id>(id: Id, name: string): { id: Id; label: string } => ({ id, label: name });
    const firstPeriods = period.id === null ? period.candidates : [...new Set([period.id, ...period.candidates])];
    return {
      ...common,
      known: null,
      held: {
        sentence: `${[agency.question, period.question].filter((text) => text !== '').join('；')}。`,
        agencies:
          isLedger || agency.id !== null
            ? []
            : [...new Set([...agency.candidates, ...ground.agencies.map(({ id }) => id)])].map((id) =>
                label(id, names.nameOf(id)),
              ),
        periods: firstPeriods.map((id) => label(id, titleOf(id))),
      },
      likely: { planId, agencyId: agency.id, periodId: period.id },
    };
  };
}

const NOT_ASKED: Settled<AgencyId> = { witnesses: [], notes: [], id: null, question: '', candidates: [] };

/** What the clerk said settles the question. */
function byClerk<Id extends number>(
  settled: Settled<Id>,
  said: Id | undefined,
  about: ReturnWitness['about'],
  nameOf: (id: Id) => string,
): Settled<Id> {
  if (said === undefined) return settled;
  const witness: ReturnWitness = { about, source: 'clerk', says: nameOf(said), id: said };
  return { ...settled, witnesses: [...settled.witnesses, witness], notes: [], id: said, question: '' };
}

/**
 * The form a table answers: the one its ids name, believed only together with the agency and the period they name;
 * else the newest that went to the agency for the period.
 */
function formOf(
  { forms }: IdentityGround,
  { ids, kind }: ParsedTable,
  planId: PlanId,
  agencyId: AgencyId | null,
  periodId: PeriodId,
): { readonly formId: FormId | null; readonly notes: readonly string[] } {
  if (kind === 'ledger') return { formId: null, notes: [] };
  const own = forms.filter(
    (form) => form.planId === planId && form.agencyId === agencyId && form.periodId === periodId,
  );
  const byIds = own.find(({ id }) => id === ids?.formId);
  const newest = own.at(-1);
  if (byIds !== undefined && newest !== undefined) {
    const isOld = byIds.id !== newest.id;
    const notes = isOld ? ['填的不是最近一次发出的填报表，按所填的这一版比较。'] : [];
    return { formId: byIds.id, notes };
  }
  const found = newest ? '按最近一次发出的填报表比较' : '没有找到发出记录，只能与现有数据比较';
  const lost = ids === null ? '文件中没有标识' : '文件中的标识与发出记录不符';
  return { formId: newest?.id ?? null, notes: [`${lost}，${found}。`] };
}
