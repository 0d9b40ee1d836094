// Examples of the calls about pages and summaries, for call-kinds.test.ts.
import { PLAN } from '#tests/helpers/a-plan.ts';
import type { ExamplesOf, World } from './a-world.ts';

export const pageExamples: ExamplesOf<'page'> = {
  task: async (w) => {
    const { taskId } = await withLead(w);
    return () => w.client.page.task({ taskId });
  },
  agency: async (w) => () => w.client.page.agency({ planId: PLAN, agencyId: w.agencyId }),
  leader: async (w) => () => w.client.page.leader({ planId: PLAN, name: '张三' }),
  leaders: async (w) => () => w.client.page.leaders({ planId: PLAN }),
  week: async (w) => () => w.client.page.week({ planId: PLAN }),
};

/** A task of its own with a lead: the examples before have taken others out of the plan. */
async function withLead(w: World) {
  const { touched } = await w.client.task.insert({ planId: PLAN, place: { endOf: w.sectionId } });
  const taskId = touched[0]?.taskId;
  if (!taskId) throw new Error('no task was added');
  await w.client.matrix.setRoles({ cells: [{ taskId, agencyId: w.agencyId, role: 'lead' }] });
  return { taskId, periodId: w.periodId };
}

const own = (text: string) => [{ part: 'narrative' as const, kind: 'own' as const, text, sources: [] }];

export const summaryExamples: ExamplesOf<'summary'> = {
  draft: async (w) => {
    const place = await withLead(w);
    return () => w.client.summary.draft(place);
  },
  save: async (w) => {
    const place = await withLead(w);
    return () => w.client.summary.save({ ...place, sentences: own('已汇总。') });
  },
  adopt: async (w) => {
    const place = await withLead(w);
    return () => w.client.summary.adopt({ ...place, sentences: own('已汇总并采用。') });
  },
};
