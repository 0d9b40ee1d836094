// Examples of the calls by which a clerk enters what goes with a report: values, milestones, checks, evidence.
import fs from 'node:fs';
import path from 'node:path';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, finish, ticket } from '#tests/helpers/an-office.ts';
import type { ExamplesOf, World } from './a-world.ts';

/** Task 16 of the seed has one target: 50 批次. */
async function aTarget({ client, office }: World) {
  const cell = await aCell(office, 16, '县农业农村局').catch(() => aCell(office, 16, '县发展和改革局'));
  const rows = await client.ledger.read({ periodId: cell.periodId, taskIds: [cell.taskId] });
  const [row] = rows;
  const targetId = row?.targets[0]?.id;
  if (!row || targetId === undefined) throw new Error('task 16 has a target');
  return { targetId, agencyId: row.agencyId, periodId: cell.periodId, taskId: cell.taskId };
}

export function aProof({ office }: Pick<World, 'office'>, name: string): string {
  const file = path.join(office.folder, name);
  fs.writeFileSync(file, `照片 ${name}`);
  return file;
}

async function added(w: World, name: string) {
  const files = [{ file: ticket(aProof(w, name)) }];
  await finish(await w.client.evidence.add({ taskId: w.taskId, agencyId: w.agencyId, periodId: w.periodId, files }));
  const line = (await w.client.evidence.list({ planId: PLAN })).at(-1);
  if (!line) throw new Error('no evidence');
  return line;
}

const check = ({ cell }: World) =>
  ({ ...cell, result: 'confirmed', manner: '实地', checker: '张三', checkedOn: '2021-10-12' }) as const;

export const entryExamples: ExamplesOf<'entry'> = {
  read: async (w) => () => w.client.entry.read(w.cell),
  set: async (w) => {
    const { targetId, agencyId, periodId, taskId } = await aTarget(w);
    const entries = [{ taskId, agencyId, periodId, patch: { narrative: '已抽检' } }];
    return () => w.client.entry.set({ entries, values: [{ targetId, agencyId, periodId, value: 7 }] });
  },
  check: async (w) => () => w.client.entry.check({ ...w.cell, draft: { status: 'done' } }),
};

export const targetExamples: ExamplesOf<'target'> = {
  set: async (w) => {
    const { targetId, agencyId, periodId } = await aTarget(w);
    return () => w.client.target.set({ cells: [{ targetId, agencyId, periodId, value: 12 }] });
  },
  setOfTask: async (w) => () =>
    w.client.target.setOfTask({
      taskId: w.taskId,
      targets: [{ id: null, name: '检查', comparator: '≥', value: 20, unit: '家', accumulates: null }],
    }),
};

export const milestoneExamples: ExamplesOf<'milestone'> = {
  list: async (w) => () => w.client.milestone.list({ planId: PLAN }),
  setOfTask: async (w) => () =>
    w.client.milestone.setOfTask({
      taskId: w.taskId,
      milestones: [{ id: null, agencyId: null, title: '印发方案', plannedOn: '2021-03-31', doneOn: null, note: '' }],
    }),
};

export const subItemExamples: ExamplesOf<'subItem'> = {
  list: async (w) => () => w.client.subItem.list({ planId: PLAN }),
  setOfTask: async (w) => () =>
    w.client.subItem.setOfTask({
      taskId: w.taskId,
      subItems: [
        {
          id: null,
          agencyId: w.agencyId,
          title: '乡镇检查',
          dueOn: null,
          status: null,
          percent: null,
          doneOn: null,
          note: '',
        },
      ],
    }),
};

export const verificationExamples: ExamplesOf<'verification'> = {
  list: async (w) => () => w.client.verification.list({ planId: PLAN, periodId: w.periodId }),
  add: async (w) => () => w.client.verification.add({ verifications: [check(w)] }),
  remove: async (w) => {
    await w.client.verification.add({ verifications: [check(w)] });
    const [row] = (await w.client.entry.read(w.cell)).verifications;
    if (!row) throw new Error('no verification');
    return () => w.client.verification.remove({ id: row.id });
  },
};

export const evidenceExamples: ExamplesOf<'evidence'> = {
  list: async (w) => () => w.client.evidence.list({ planId: PLAN }),
  overview: async (w) => () => w.client.evidence.overview(),
  add: async (w) => {
    const files = [{ file: ticket(aProof(w, '现场 照片.jpg')) }];
    return async () =>
      finish(await w.client.evidence.add({ taskId: w.taskId, agencyId: w.agencyId, periodId: null, files }));
  },
  update: async (w) => {
    const { id } = await added(w, '甲.pdf');
    return () => w.client.evidence.update({ id, title: '检查记录' });
  },
  remove: async (w) => {
    const { id } = await added(w, '乙.pdf');
    return () => w.client.evidence.remove({ id });
  },
  verify: async (w) => async () => finish(await w.client.evidence.verify({ planId: PLAN })),
  catalogue: async (w) => {
    await added(w, '丙.pdf');
    const folder = fs.mkdtempSync(path.join(w.office.folder, '迎检'));
    return async () => finish(await w.client.evidence.catalogue({ planId: PLAN, folder: ticket(folder) }));
  },
  copyDataFile: async (w) => async () =>
    finish(
      await w.client.evidence.copyDataFile({
        file: ticket(path.join(w.office.folder, '副本.db')),
        withEvidence: true,
      }),
    ),
};
