import { readFileSync } from 'node:fs';
import type { FormInput } from '#backend/excel/form/form-input.ts';
import { reportOf } from '#backend/standing/standing.ts';
import { AgencyDirectorySchema } from '#shared/domain/agency.ts';
import {
  AgencyIdSchema,
  FormIdSchema,
  PeriodIdSchema,
  PlanIdSchema,
  TargetIdSchema,
  type TaskId,
  TaskIdSchema,
} from '#shared/domain/ids.ts';
import { lightOf } from '#shared/domain/light.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import type { Role } from '#shared/domain/role.ts';
import { judgeCase } from '#tests/helpers/a-judge.ts';
import type {
  DecompositionInput,
  DecompositionTask,
  LedgerInput,
  MatrixInput,
} from '#tests/helpers/described-tables.ts';

/**
 * The embedded plan as values for the workbook layouts. The reader of plans has its own tests; here a few patterns
 * are enough, because the tables must only be fed with texts of true length and shape.
 */
const source = readFileSync(new URL('../../../seeds/zezhou-2021-food-safety.txt', import.meta.url), 'utf8');
const directory = AgencyDirectorySchema.parse(
  JSON.parse(readFileSync(new URL('../../../seeds/zezhou-agencies.json', import.meta.url), 'utf8')),
);

export const agencies = directory.agencies.map((agency, index) => ({
  id: AgencyIdSchema.parse(index + 1),
  name: agency.name,
  shortName: agency.shortName,
  kind: agency.kind,
  position: index + 1,
}));

export const plan = {
  id: PlanIdSchema.parse(1),
  title: '泽州县人民政府办公室关于印发泽州县2021年食品安全重点工作安排的通知',
  documentNumber: '泽政办发〔2021〕31号',
  issuer: '泽州县人民政府办公室',
};

export const period = {
  id: PeriodIdSchema.parse(10),
  label: '2021-10',
  startsOn: '2021-10-01',
  endsOn: '2021-10-31',
  dueOn: '2021-10-15',
};

function rolesIn(bracket: string): { agencyName: string; role: Role }[] {
  const found: { agencyName: string; role: Role }[] = [];
  for (const clause of bracket.split('，')) {
    const role: Role = clause.includes('牵头') ? 'lead' : clause.includes('配合') ? 'cooperating' : 'co-responsible';
    const named = agencies.filter((agency) => clause.includes(agency.name));
    for (const agency of named) found.push({ agencyName: agency.name, role: named.length === 1 ? 'lead' : role });
  }
  return found;
}

type SeedTask = DecompositionTask & {
  readonly id: TaskId;
  readonly section: { readonly ordinal: number; readonly title: string };
};

function readTasks(): readonly SeedTask[] {
  const flat = source.replace(/\r/g, '').replace(/([^。〕\]）)\n])\n+(?=[^（(一二三四五六七八九十\n])/g, '$1');
  let section = { ordinal: 0, title: '' };
  const tasks: SeedTask[] = [];
  for (const line of flat.split('\n')) {
    const heading = /^[一二三四五六七八九十]+、(.+)$/.exec(line.trim());
    if (heading?.[1]) section = { ordinal: section.ordinal + 1, title: heading[1] };
    const task = /^（[一二三四五六七八九十]+）(.+?)[〔[]([^〔[]+)[〕\]]*$/.exec(line.trim());
    if (!task?.[1] || !task[2]) continue;
    const content = task[1];
    const number = tasks.length + 1;
    tasks.push({
      id: TaskIdSchema.parse(1000 + number),
      section,
      number,
      title: (content.split(/[，。；]/)[0] ?? '').slice(0, 24),
      content,
      targets: [...content.matchAll(/[^，。；]*?\d+(?:\.\d+)?\s*(?:%|批次)[^，。；]*/g)].map(([text]) => ({ text })),
      dues: [...content.matchAll(/(?:每月|每季度|\d+月)\d*日?(?:底)?前?/g)].map(([text]) => ({ text })),
      assignments: rolesIn(task[2]),
    });
  }
  return tasks;
}

export const tasks = readTasks();

const NARRATIVES = [
  '已印发实施方案，成立工作专班，组织对辖区内 12 家冷库、36 家经营单位开展排查，发现问题 4 处，已全部督促整改到位。',
  '完成抽检 268 批次，不合格 3 批次，均已立案查处；核查处置率 100%。',
  '按照部署有序推进。10月8日召开联席会议，明确责任分工和时间节点；10月20日联合市场监管、公安等部门开展夜间检查，出动执法人员46人次、车辆11台次，检查经营户132户，下达责令改正通知书9份。下一步将继续加大频次，确保年底前全面完成目标任务。',
  '',
];

/** Progress of every kind, the same on every run. */
export function progressOf(taskNumber: number, index: number): ProgressView | null {
  const kind = (taskNumber * 7 + index * 3) % 5;
  const narrative = NARRATIVES[(taskNumber + index) % NARRATIVES.length] ?? '';
  const common = { origin: 'return' as const, reportedOn: '2021-10-08', reporter: '' };
  switch (kind) {
    case 0:
      return {
        ...common,
        status: 'done',
        percent: 100,
        narrative,
        problems: '',
        nextSteps: '巩固成果，建立长效机制。',
      };
    case 1:
      return {
        ...common,
        status: 'in-progress',
        percent: 62.5,
        narrative,
        problems: '基层检测力量不足，快检设备老化。',
        nextSteps: '协调县财政安排设备更新资金。',
      };
    case 2:
      return {
        ...common,
        status: 'blocked',
        percent: 10,
        narrative,
        problems: '上级平台尚未开放数据接口，无法完成对接。',
        nextSteps: '每周与市局沟通一次。',
      };
    case 3:
      return {
        ...common,
        status: 'not-started',
        percent: null,
        narrative: '',
        problems: '',
        nextSteps: '',
        reportedOn: null,
      };
    default:
      return null;
  }
}

const headline = { plan, date: '2021-10-16' };

function lightOfEntry(entry: ProgressView | null) {
  const { light } = judgeCase({ today: headline.date, report: entry && reportOf(entry) });
  return lightOf(WORDS_SET.lights, light);
}

export const decompositionInput: DecompositionInput = { ...headline, tasks };

const idOf = new Map(agencies.map((agency) => [agency.name, agency.id]));

export function matrixInput(withLights: boolean): MatrixInput {
  const rows = tasks.map((task) => ({
    ...task,
    cells: task.assignments.map(({ agencyName, role }, index) => {
      const agencyId = idOf.get(agencyName);
      if (agencyId === undefined) throw new Error(agencyName);
      const light = lightOfEntry(progressOf(task.number, index)).key;
      return withLights ? { agencyId, role, light } : { agencyId, role };
    }),
  }));
  const used = new Set(rows.flatMap((row) => row.cells.map(({ agencyId }) => agencyId)));
  return {
    ...headline,
    agencies: agencies.filter(({ id }) => used.has(id)),
    tasks: rows,
    ...(withLights ? { periodTitle: '2021年10月', lights: WORDS_SET.lights } : {}),
  };
}

export const ledgerInput: LedgerInput = {
  ...headline,
  periodTitle: '2021年10月',
  tasks: tasks.map((task) => ({
    section: task.section,
    number: task.number,
    text: task.title,
    entries: task.assignments.map(({ agencyName, role }, index) => {
      const progress = progressOf(task.number, index);
      return { agencyName, role, progress, light: lightOfEntry(progress) };
    }),
  })),
};

/** The form of one agency, by name. */
export function formInput(agencyName: string): FormInput {
  const agency = agencies.find(({ name }) => name === agencyName);
  if (!agency) throw new Error(agencyName);
  const rows = tasks.flatMap((task) =>
    task.assignments
      .filter((assignment) => assignment.agencyName === agencyName)
      .map(({ role }, index) => ({
        taskId: task.id,
        number: task.number,
        title: task.title,
        content: task.content,
        role,
        targets: task.targets.map(({ text }, at) => ({
          ...aTarget,
          text,
          name: text,
          targetId: targetId(task.number, at),
        })),
        milestones: [],
        last: progressOf(task.number, index + 1),
        progress: progressOf(task.number, index),
      })),
  );
  const part = { formId: FormIdSchema.parse(77), plan, period, lastLabel: '2021-09', rows };
  return { agency, version: 1, parts: [part], rules: ['blocked-without-problem'] };
}

const aTarget = { comparator: '≥', value: 65, unit: '%', last: 40, soFar: 40, now: null } as const;

function targetId(taskNumber: number, at: number) {
  return TargetIdSchema.parse(taskNumber * 10 + at + 1);
}
