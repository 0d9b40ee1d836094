// Each call is made once, and what it left behind says what kind it is: a step in the log, a file in the folder, or
// neither. A call without an example here does not compile.

import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Contract, contract } from '#shared/contract/contract.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import { isoDate } from '#shared/domain/period.ts';
import { DEFAULT_SCORING } from '#shared/domain/scoring-rule.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, finish, TODAY, ticket } from '#tests/helpers/an-office.ts';
import { aForm, aWorld, type Example, type ExamplesOf, type World } from './a-world.ts';
import { calendarExamples, deadlineExamples, periodExamples } from './deadline-examples.ts';
import { dutyExamples, reminderExamples } from './duty-examples.ts';
import {
  entryExamples,
  evidenceExamples,
  milestoneExamples,
  subItemExamples,
  targetExamples,
  verificationExamples,
} from './entry-examples.ts';
import { exportsExamples, layoutExamples } from './layout-examples.ts';
import { pageExamples, summaryExamples } from './page-examples.ts';
import { matterExamples, peopleExamples, yearExamples } from './people-examples.ts';
import { returnsExamples } from './returns-examples.ts';
import { sendingExamples } from './sending-examples.ts';
import { templateExamples } from './template-examples.ts';

const OWN_SET = { ...WORDS_SET, name: '本县' };

/** A document on its way to a plan. */
async function aVersion({ client }: World) {
  const text = '一、总体要求\n（一）开展冷链食品检查。〔县冷链办公室牵头〕';
  const {
    reviewId,
    reading,
    agencies: reviewed,
  } = await finish(await client.plan.readDocument({ source: { kind: 'text', text } }));
  const agencies = reviewed.map(({ name, shortName, kind, aliases, members }) => ({
    name,
    shortName,
    kind,
    aliases,
    members,
  }));
  return { reviewId, reading, agencies };
}

/** A call without an example here does not compile. */
type Examples = { readonly [Area in keyof Contract]: ExamplesOf<Area> };

const addAgency =
  ({ client }: World, name: string) =>
  () =>
    client.agency.add({ agencies: [{ name }] });

const setNote =
  ({ client, taskId, agencyId }: World, text: string) =>
  () =>
    client.note.set({ notes: [{ taskId, agencyId, text }] });

async function newAgency(world: World, name: string) {
  await addAgency(world, name)();
  return (await aCell(world.office, 5, name)).agencyId;
}

const examples: Examples = {
  workspace: {
    overview: async (w) => () => w.client.workspace.overview(),
    dump: async (w) => () => w.client.workspace.dump(),
    check: async (w) => () => w.client.workspace.check(),
  },
  matrix: {
    read: async (w) => () => w.client.matrix.read({ periodId: w.periodId }),
    task: async (w) => () => w.client.matrix.task({ taskId: w.taskId, periodId: w.periodId }),
    setRoles: async (w) => () =>
      w.client.matrix.setRoles({ cells: [{ taskId: w.taskId, agencyId: w.other, role: 'cooperating' }] }),
  },
  ledger: {
    read: async (w) => () => w.client.ledger.read({ periodId: w.periodId }),
  },
  light: {
    sets: async (w) => () => w.client.light.sets({ planId: PLAN }),
    saveSet: async (w) => () => w.client.light.saveSet({ set: OWN_SET }),
    // What the example before it has kept.
    removeSet: async (w) => () => w.client.light.removeSet({ name: OWN_SET.name }),
    choose: async (w) => () => w.client.light.choose({ planId: PLAN, name: '红黄绿' }),
    read: async (w) => () => w.client.light.read({ periodId: w.periodId, rules: '五色', on: '2021-11-01' }),
    preview: async (w) => () => w.client.light.preview({ periodId: w.periodId, set: OWN_SET }),
  },
  task: {
    insert: async (w) => () => w.client.task.insert({ planId: PLAN, place: { after: w.taskId } }),
    remove: async (w) => {
      const { touched } = await w.client.task.insert({ planId: PLAN, place: { after: w.taskId } });
      return () => w.client.task.remove({ planId: PLAN, taskIds: touched.flatMap(({ taskId }) => taskId ?? []) });
    },
    move: async (w) => () => w.client.task.move({ planId: PLAN, taskIds: [w.taskId], place: { endOf: w.sectionId } }),
    renumber: async (w) => () => w.client.task.renumber({ planId: PLAN }),
    setText: async (w) => () => w.client.task.setText({ edits: [{ taskId: w.taskId, title: '另一个标题' }] }),
    renameSection: async (w) => () => w.client.task.renameSection({ sectionId: w.sectionId, title: '另一章' }),
  },
  agency: {
    add: async (w) => addAgency(w, '县一局'),
    update: async (w) => () => w.client.agency.update({ agencyId: w.other, patch: { shortName: '教育' } }),
    reorder: async (w) => () => w.client.agency.reorder({ agencyIds: [w.other, w.agencyId] }),
    similar: async (w) => () => w.client.agency.similar(),
    previewMerge: async (w) => () => w.client.agency.previewMerge({ from: w.other, into: w.agencyId }),
    merge: async (w) => {
      const from = await newAgency(w, '县二局');
      return () => w.client.agency.merge({ from, into: w.agencyId });
    },
    remove: async (w) => {
      const agencyId = await newAgency(w, '县三局');
      return () => w.client.agency.remove({ agencyId });
    },
  },
  entry: entryExamples,
  target: targetExamples,
  milestone: milestoneExamples,
  subItem: subItemExamples,
  verification: verificationExamples,
  evidence: evidenceExamples,
  note: { set: async (w) => setNote(w, '批注') },
  progress: {
    texts: async (w) => () => w.client.progress.texts({ periodId: w.periodId }),
    set: async (w) => () => w.client.progress.set({ entries: [{ ...w.cell, patch: { narrative: '已排查' } }] }),
  },
  period: periodExamples,
  deadline: deadlineExamples,
  calendar: calendarExamples,
  history: {
    list: async (w) => () => w.client.history.list(),
    ofCell: async (w) => () => w.client.history.ofCell({ taskId: w.taskId, agencyId: w.agencyId }),
    ofStep: async (w) => async () => {
      const [last] = await w.client.history.list({ limit: 1 });
      if (last) await w.client.history.ofStep({ stepId: last.id });
    },
    actors: async (w) => () => w.client.history.actors(),
    moment: async (w) => () => w.client.history.moment({ at: '2100-01-01' }),
    leavePast: async (w) => () => w.client.history.leavePast(),
    undo: async (w) => {
      await setNote(w, '要撤销的')();
      return () => w.client.history.undo();
    },
    redo: async (w) => {
      await setNote(w, '要重做的')();
      await w.client.history.undo();
      return () => w.client.history.redo();
    },
  },
  statistics: {
    read: async (w) => () => w.client.statistics.read({ planId: PLAN, on: '2021-10-12' }),
    duties: async (w) => () => w.client.statistics.duties({ planId: PLAN, figure: 'missing' }),
    compare: async (w) => () => w.client.statistics.compare({ planId: PLAN, from: '2021-10-12', to: '2021-10-12' }),
    export: async (w) => async () =>
      finish(
        await w.client.statistics.export({
          planId: PLAN,
          view: 'ranking',
          file: ticket(path.join(w.office.folder, '排名.xlsx')),
        }),
      ),
    printTable: async (w) => () => w.client.statistics.printTable({ planId: PLAN, view: 'byAgency' }),
    setScoring: async (w) => () =>
      w.client.statistics.setScoring({ planId: PLAN, rule: { ...DEFAULT_SCORING, base: 60 } }),
  },
  exports: exportsExamples,
  layout: layoutExamples,
  files: {
    tellKinds: async (w) => {
      const files = [await aForm(w)];
      return async () => finish(await w.client.files.tellKinds({ files }));
    },
  },
  forms: {
    candidates: async (w) => () => w.client.forms.candidates({ periodId: w.periodId }),
    send: async (w) => () => aForm(w),
  },
  returns: returnsExamples,
  duty: dutyExamples,
  reminder: reminderExamples,
  people: peopleExamples,
  matter: matterExamples,
  year: yearExamples,
  template: templateExamples,
  plan: {
    readDocument: async (w) => () => aVersion(w),
    reread: async (w) => {
      const { reviewId } = await aVersion(w);
      return () => w.client.plan.reread({ reviewId, refusedRepairs: [] });
    },
    readPassage: async (w) => {
      const { reviewId } = await aVersion(w);
      return () => w.client.plan.readPassage({ reviewId, span: { start: 0, end: 6 } });
    },
    readPhrase: async (w) => () => w.client.plan.readPhrase({ text: '县教育局牵头' }),
    create: async (w) => {
      const version = await aVersion(w);
      return () => w.client.plan.create({ ...version, file: ticket(path.join(w.office.folder, '新计划.db')) });
    },
    addToFile: async (w) => {
      const version = await aVersion(w);
      const reading = { ...version.reading, title: '另一份计划' };
      return () => w.client.plan.addToFile({ ...version, reading });
    },
    archive: async (w) => () => w.client.plan.archive({ planId: PLAN, archived: true }),
    compareRevision: async (w) => {
      const version = await aVersion(w);
      return () => w.client.plan.compareRevision({ planId: PLAN, ...version });
    },
    revise: async (w) => {
      const version = await aVersion(w);
      const { changes } = await w.client.plan.compareRevision({ planId: PLAN, ...version });
      return () => w.client.plan.revise({ planId: PLAN, ...version, accept: changes.map(({ id }) => id) });
    },
    dismiss: async (w) => () => w.client.plan.dismiss({ reviewId: 'none' }),
  },
  page: pageExamples,
  summary: summaryExamples,
  sendings: sendingExamples,
};

/** What calls leave in another place than their kind has it. */
const ELSEWHERE = new Map([
  // They take long, as calls of kind `file` may, and leave one step: what came is kept.
  ['returns.receive', 'step'],
  ['returns.receiveDataFile', 'step'],
  // It waits for its turn and is no step: nothing is decided yet.
  ['returns.keepDecisions', 'read'],
]);

// Some two hundred calls, dozens of which write workbooks: more than the usual time on a busy machine.
const ALL_CALLS_TIMEOUT_MS = 90_000;

test('every call does what its kind says: a read leaves nothing, a step one step, a file call a file', {
  timeout: ALL_CALLS_TIMEOUT_MS,
}, async () => {
  const world = await aWorld();
  const stepIds = async () => (await world.client.history.list({ limit: 100_000 })).map(({ id }) => id);
  const files = () =>
    fs.readdirSync(world.office.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
  const found: Record<string, string> = {};
  const declared: Record<string, string> = {};
  for (const [area, calls] of Object.entries(examples)) {
    for (const [name, example] of Object.entries<Example>(calls)) {
      const call = await example(world);
      const before = { steps: (await stepIds()).length, files: files().length };
      await call();
      const steps = (await stepIds()).length - before.steps;
      const isFile = files().length > before.files;
      found[`${area}.${name}`] = isFile ? 'file' : (['read', 'step'][steps] ?? `${steps} steps`);
    }
  }
  for (const [area, calls] of Object.entries(contract)) {
    for (const [name, call] of Object.entries(calls))
      declared[`${area}.${name}`] = ELSEWHERE.get(`${area}.${name}`) ?? call['~orpc'].meta.kind;
  }
  expect(found).toEqual(declared);
});

/** It says what would be undone now, and in the past nothing is. */
const NEVER_THE_SAME = new Set(['workspace.overview']);

/** An answer as text, without the ids that are made up anew for each. */
const withoutIds = (answer: unknown) =>
  JSON.stringify(answer)?.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, 'id');

test('a read that looks at the last moment of the past answers as of the present', { timeout: 90_000 }, async () => {
  const world = await aWorld();
  const compared: string[] = [];
  for (const [area, calls] of Object.entries(examples)) {
    for (const [name, example] of Object.entries<Example>(calls)) {
      const kinds: Readonly<Record<string, { readonly '~orpc': { readonly meta: { readonly kind: string } } }>> =
        contract[area as keyof Contract];
      if (kinds[name]?.['~orpc'].meta.kind !== 'read' || NEVER_THE_SAME.has(`${area}.${name}`)) continue;
      const lens = { ...world };
      const call = await example(lens);
      const present = await call();
      const [last] = await world.client.history.list({ limit: 1 });
      if (!last) throw new Error('a file without a step');
      lens.client = world.office.clientAt({ stepId: last.id, on: isoDate(TODAY) });
      expect([area, name, withoutIds(await call())]).toEqual([area, name, withoutIds(present)]);
      compared.push(`${area}.${name}`);
    }
  }
  expect(compared.length).toBeGreaterThan(20);
});
