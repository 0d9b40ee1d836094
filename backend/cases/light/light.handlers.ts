import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { chooseRuleSet, removeRuleSet, saveRuleSet } from '#db/commands/light.commands.ts';
import { reportStep } from '../step-report.ts';
import { listSets } from './list-sets.ts';
import { countLights, readLights } from './read-lights.ts';

export const lightHandlers = {
  sets: os.light.sets.handler(({ context, input }) => listSets(context.db, input.planId)),
  saveSet: os.light.saveSet.handler(({ context, input: { set, was } }) =>
    reportStep(context.db, saveRuleSet(context.db, set, was, made(context, 'typed'))),
  ),
  removeSet: os.light.removeSet.handler(({ context, input: { name } }) =>
    reportStep(context.db, removeRuleSet(context.db, name, made(context, 'typed'))),
  ),
  choose: os.light.choose.handler(({ context, input: { planId, name } }) =>
    reportStep(context.db, chooseRuleSet(context.db, planId, name, made(context, 'typed'))),
  ),
  read: os.light.read.handler(({ context, input: { periodId, ...wish } }) => readLights(context, periodId, wish)),
  preview: os.light.preview.handler(({ context, input: { periodId, set, on } }) =>
    countLights(context, periodId, set, on),
  ),
};
