import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setPlanCadence, setTaskCadence } from '#db/commands/cadence.commands.ts';
import { carryForward, confirmCarried } from '#db/commands/carry.commands.ts';
import { addOwnPeriod, makePeriods } from '#db/commands/make-periods.commands.ts';
import { closePeriod, removePeriod, reopenPeriod, setPeriodDue } from '#db/commands/period.commands.ts';
import { standingRule } from '#db/commands/period-rows.ts';
import { previewCarry } from '#db/queries/carry.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { listPeriodRules } from '#db/queries/period-rule.queries.ts';
import { CADENCES } from '#shared/domain/period.ts';
import { reportStep } from '../step-report.ts';
import { listPeriodStandings, readPeriodGaps } from './period-standing.ts';

export const periodHandlers = {
  list: os.period.list.handler(({ context, input }) => listPeriodStandings(context, input.planId)),
  gaps: os.period.gaps.handler(({ context, input }) => readPeriodGaps(context, input.periodId)),
  close: os.period.close.handler(({ context, input: { periodId, reason } }) => {
    const { owed, missing } = readPeriodGaps(context, periodId);
    const closedAs = { closedOn: context.today(), owed, missing, reason };
    return reportStep(context.db, closePeriod(context.db, periodId, closedAs, made(context, 'typed')));
  }),
  reopen: os.period.reopen.handler(({ context, input: { periodId, reason } }) =>
    reportStep(context.db, reopenPeriod(context.db, periodId, reason, made(context, 'typed'))),
  ),
  rules: os.period.rules.handler(({ context: { db }, input: { planId } }) => {
    const kinds = new Set(listPeriods(db, planId).map(({ kind }) => kind));
    const ruled = new Set(listPeriodRules(db, planId).map(({ kind }) => kind));
    return CADENCES.filter((kind) => kinds.has(kind) || ruled.has(kind)).map((kind) => {
      const { dueDay, dueIn, onHoliday } = standingRule(db, planId, kind);
      return { kind, dueDay, dueIn, onHoliday };
    });
  }),
  make: os.period.make.handler(({ context, input }) =>
    reportStep(context.db, makePeriods(context.db, input, made(context, 'typed'))),
  ),
  addOwn: os.period.addOwn.handler(({ context, input }) => {
    const own = { ...input, dueOn: input.dueOn ?? input.endsOn };
    return reportStep(context.db, addOwnPeriod(context.db, own, made(context, 'typed')));
  }),
  setDue: os.period.setDue.handler(({ context, input: { periodId, ...due } }) =>
    reportStep(context.db, setPeriodDue(context.db, periodId, due, made(context, 'typed'))),
  ),
  remove: os.period.remove.handler(({ context, input: { periodId } }) =>
    reportStep(context.db, removePeriod(context.db, periodId, made(context, 'typed'))),
  ),
  setPlanCadence: os.period.setPlanCadence.handler(({ context, input: { planId, cadence } }) =>
    reportStep(context.db, setPlanCadence(context.db, planId, cadence, made(context, 'typed'))),
  ),
  setTaskCadence: os.period.setTaskCadence.handler(({ context, input: { taskIds, cadence } }) =>
    reportStep(context.db, setTaskCadence(context.db, taskIds, cadence, made(context, 'typed'))),
  ),
  previewCarry: os.period.previewCarry.handler(({ context, input }) => previewCarry(context.db, input)),
  carry: os.period.carry.handler(({ context, input }) =>
    reportStep(context.db, carryForward(context.db, input, made(context, 'carried'))),
  ),
  confirmCarried: os.period.confirmCarried.handler(({ context, input: { periodId, cells } }) =>
    reportStep(context.db, confirmCarried(context.db, periodId, cells, made(context, 'carried'))),
  ),
};
