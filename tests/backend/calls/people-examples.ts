// One example of every call about people, matters and years.
import { PLAN } from '#tests/helpers/a-plan.ts';
import { finish } from '#tests/helpers/an-office.ts';
import type { ExamplesOf, World } from './a-world.ts';

async function aLeader({ client }: World, name: string) {
  await client.people.setLeader({ name, post: '副县长' });
  const { leaders } = await client.people.leaders({ planId: PLAN });
  const found = leaders.find((leader) => leader.name === name);
  if (!found) throw new Error('the leader is not in the directory');
  return found.id;
}

const aMatter = ({ client, agencyId }: World, content: string) =>
  client.matter.add({
    planId: PLAN,
    kind: 'meeting',
    source: '县政府常务会议',
    aroseOn: '2021-10-11',
    content,
    workdays: 30,
    roles: [{ agencyId, role: 'lead' }],
  });

export const peopleExamples: ExamplesOf<'people'> = {
  leaders: async (w) => () => w.client.people.leaders({ planId: PLAN }),
  tasksOfLeader: async (w) => () => w.client.people.tasksOfLeader({ planId: PLAN, name: '张三' }),
  setLeader: async (w) => () => aLeader(w, '张三'),
  removeLeader: async (w) => {
    const leaderId = await aLeader(w, '王五');
    return () => w.client.people.removeLeader({ leaderId });
  },
  succeed: async (w) => {
    const leaderId = await aLeader(w, '赵六');
    return () => w.client.people.succeed({ leaderId, name: '钱七', on: '2021-11-01' });
  },
  setOfTasks: async (w) => () => w.client.people.setOfTasks({ edits: [{ taskId: w.taskId, leadLeader: '张三' }] }),
  contacts: async (w) => () => w.client.people.contacts({ agencyId: w.agencyId }),
  setContact: async (w) => () =>
    w.client.people.setContact({ agencyId: w.agencyId, reporter: '张三', phone: '0356-1234567' }),
};

/** The document of the next year, reviewed. */
async function nextYear({ client }: World) {
  const text = '泽州县2022年食品安全重点工作安排\n一、总体要求\n（一）开展冷链食品检查。〔县教育局牵头〕';
  const review = await finish(await client.plan.readDocument({ source: { kind: 'text', text } }));
  const agencies = review.agencies.map(({ name, shortName, kind, aliases, members }) => {
    return { name, shortName, kind, aliases, members };
  });
  return { planId: PLAN, reviewId: review.reviewId, reading: { ...review.reading, year: 2022 }, agencies };
}

export const yearExamples: ExamplesOf<'year'> = {
  propose: async (w) => {
    const year = await nextYear(w);
    return () => w.client.year.propose(year);
  },
  begin: async (w) => {
    const year = await nextYear(w);
    return () => w.client.year.begin(year);
  },
  proposeCopy: async (w) => () => w.client.year.proposeCopy({ planId: PLAN, year: 2022 }),
  copy: async (w) => () => w.client.year.copy({ planId: PLAN, year: 2023 }),
  compare: async (w) => {
    const { planId } = await w.client.year.copy({ planId: PLAN, year: 2024 });
    return () => w.client.year.compare({ planId });
  },
  endings: async (w) => () => w.client.year.endings({ planId: PLAN }),
};

export const matterExamples: ExamplesOf<'matter'> = {
  list: async (w) => () => w.client.matter.list({ planId: PLAN }),
  add: async (w) => () => aMatter(w, '开展专项整治。'),
  edit: async (w) => {
    const { taskId } = await aMatter(w, '整治农贸市场。');
    return () => w.client.matter.edit({ taskId, dueOn: '2021-12-01' });
  },
  remove: async (w) => {
    const { taskId } = await aMatter(w, '整治小作坊。');
    return () => w.client.matter.remove({ taskId });
  },
  due: async (w) => () => w.client.matter.due({ aroseOn: '2021-09-24', workdays: 30 }),
};
