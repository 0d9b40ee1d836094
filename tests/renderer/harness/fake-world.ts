// A plan in memory for looking at the window without a data file: the seed, read by the real reader, with
// made-up progress for its current month.
import { readPlan } from '#backend/plan/read-plan.ts';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, PeriodId, PlanId, SectionId, StepId, TaskId } from '#shared/domain/ids.ts';
import { lightOf } from '#shared/domain/light.ts';
import type { AssignmentOrigin, MatrixTask, TaskDetail } from '#shared/domain/matrix.ts';
import type { Overview, PeriodView, SectionView } from '#shared/domain/overview.ts';
import { periodsOf } from '#shared/domain/period.ts';
import type { PlanReading, ReadTask } from '#shared/domain/plan-reading.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import type { Role } from '#shared/domain/role.ts';
import type { Status } from '#shared/domain/status.ts';
import type { StepView } from '#shared/domain/step.ts';

export type Assignment = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly role: Role;
  readonly origin: AssignmentOrigin;
  readonly writtenAs: string | null;
};

/** Everything a step can change; replaced as a whole, so that undo is putting an older one back. */
export type Facts = {
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly progress: ReadonlyMap<string, ProgressView>;
};

export type FakeWorld = {
  readonly source: { readonly text: string; readonly reading: PlanReading };
  readonly today: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly tasks: readonly ReadTask[];
  readonly sections: readonly SectionView[];
  readonly agencies: readonly Omit<AgencyView, 'duties'>[];
  readonly periods: readonly PeriodView[];
  facts: Facts;
  steps: readonly StepView[];
};

const PINYIN_HINT: Readonly<Record<string, string>> = { 县农业农村局: 'xnyncj', 县市场监督管理局: 'xscjdglj' };

/** @param today ISO date of the clerk; the month that holds it is the current period */
export function aFakeWorld(planText: string, directory: AgencyDirectory, today: string): FakeWorld {
  const reading = readPlan(planText, { directory });
  const agencies = directory.agencies.map((agency, index) => ({
    id: (index + 1) as AgencyId,
    name: agency.name,
    shortName: agency.shortName,
    kind: agency.kind,
    position: index,
    active: true,
    pinyin: PINYIN_HINT[agency.name] ?? '',
    aliases: agency.aliases,
    formerNames: [],
    members: [],
    removable: false,
  }));
  const idOf = new Map(agencies.map((agency) => [agency.name, agency.id]));
  const assignments = new Map<string, Assignment>();
  for (const task of reading.tasks) {
    for (const read of task.responsibilities.flatMap((responsibility) => responsibility.roles)) {
      const agencyId = idOf.get(read.canonical ?? read.agency);
      if (agencyId === undefined) continue;
      const taskId = task.number as TaskId;
      const writtenAs = read.canonical === undefined ? null : read.agency;
      assignments.set(cellKey(taskId, agencyId), { taskId, agencyId, role: read.role, origin: 'parsed', writtenAs });
    }
  }
  const periods = periodsOf(reading.year, 'month').map((draft, index): PeriodView => {
    const closedOn = draft.endsOn < '2021-08-01' ? draft.endsOn : null;
    return { ...draft, id: (index + 1) as PeriodId, planId: PLAN, closedOn };
  });
  const world: FakeWorld = {
    source: { text: planText, reading },
    today,
    title: reading.title,
    documentNumber: reading.documentNumber,
    tasks: reading.tasks,
    sections: reading.sections.map((section) => ({
      id: section.ordinal as SectionId,
      ordinal: section.ordinal,
      title: section.title,
    })),
    agencies,
    periods,
    facts: { assignments, progress: new Map() },
    steps: [],
  };
  const current = currentPeriodOf(world);
  world.facts = { assignments, progress: someProgress([...assignments.values()], current.id) };
  world.steps = [
    {
      id: 1 as StepId,
      kind: 'do',
      code: 'plan.create',
      label: `建立计划“${reading.title}”`,
      client: 'window',
      manner: 'document',
      source: null,
      at: '2021-10-08T08:31:00',
      actor: '',
      reverses: null,
      undoable: false,
      changes: assignments.size,
    },
  ];
  return world;
}

export function cellKey(taskId: TaskId, agencyId: AgencyId): string {
  return `${taskId}/${agencyId}`;
}

export function progressKey(taskId: TaskId, agencyId: AgencyId, periodId: PeriodId): string {
  return `${taskId}/${agencyId}/${periodId}`;
}

export function currentPeriodOf(world: FakeWorld): PeriodView {
  const period = world.periods.findLast((candidate) => candidate.startsOn <= world.today) ?? world.periods[0];
  if (!period) throw new Error('a plan has periods');
  return period;
}

const STATUS_WHEEL: readonly (Status | null)[] = [
  'in-progress',
  null,
  'done',
  'in-progress',
  null,
  'in-progress',
  'blocked',
  'done',
  null,
  'not-applicable',
  'in-progress',
];

const NARRATIVES: Readonly<Record<Status, string>> = {
  'not-started': '',
  'in-progress': '已召开专题会议安排部署，制定实施方案，正在逐户排查登记，已完成排查126户，发现问题12处，整改9处。',
  done: '按照工作安排要求，全部任务已于月底前完成，相关资料已归档备查。',
  blocked: '检测设备采购流程尚未走完，抽检工作暂缓。',
  'not-applicable': '',
};

function someProgress(assignments: readonly Assignment[], periodId: PeriodId): ReadonlyMap<string, ProgressView> {
  const progress = new Map<string, ProgressView>();
  assignments.forEach((assignment, index) => {
    const status = STATUS_WHEEL[(index * 7 + assignment.agencyId) % STATUS_WHEEL.length];
    if (!status) return;
    progress.set(progressKey(assignment.taskId, assignment.agencyId, periodId), {
      status,
      percent: status === 'done' ? 100 : status === 'in-progress' ? 35 + ((index * 13) % 55) : null,
      narrative: NARRATIVES[status],
      problems: status === 'blocked' ? '采购审批环节较多，预计推迟两周。' : '',
      nextSteps: status === 'in-progress' ? '继续推进剩余排查整改。' : '',
      reportedOn: '2021-10-12',
      reporter: '',
      origin: 'manual',
    });
  });
  return progress;
}

const PLAN = 1 as PlanId;

export function overviewOf(world: FakeWorld, undoLabel: string | null, redoLabel: string | null): Overview {
  const held = [...world.facts.assignments.values()];
  return {
    plans: [{ id: PLAN, title: world.title, year: 2021, documentNumber: world.documentNumber, archivedOn: null }],
    plan: {
      id: PLAN,
      title: world.title,
      documentNumber: world.documentNumber,
      issuer: '泽州县人民政府办公室',
      issuedOn: '2021-10-07',
      year: 2021,
      sourceName: 'zezhou-2021-food-safety.txt',
      sourceSha256: '9f2c7c1e5d0b4a3f8e6d7c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817',
      archivedOn: null,
    },
    sections: world.sections,
    agencies: world.agencies.map((agency) => ({
      ...agency,
      duties: held.filter((assignment) => assignment.agencyId === agency.id).length,
    })),
    periods: world.periods,
    currentPeriodId: currentPeriodOf(world).id,
    today: world.today,
    fileName: '泽州县2021年食品安全.zeren',
    createdAt: '2021-10-08T01:00:00.000Z',
    undoLabel,
    redoLabel,
  };
}

export function matrixTaskOf(world: FakeWorld, task: ReadTask, period: PeriodView): MatrixTask {
  return {
    id: task.number as TaskId,
    sectionId: task.section as SectionId,
    position: task.number,
    number: task.number,
    title: task.title,
    content: task.content,
    cells: assignmentsOf(world, task).map(({ taskId, agencyId, role, origin, writtenAs }) => {
      const { status = null, percent = null } =
        world.facts.progress.get(progressKey(taskId, agencyId, period.id)) ?? {};
      const light = lightOf(status, period.dueOn, world.today);
      return { agencyId, role, origin, writtenAs, status, percent, light };
    }),
    notes: [],
  };
}

function assignmentsOf(world: FakeWorld, task: ReadTask): readonly Assignment[] {
  return [...world.facts.assignments.values()].filter((assignment) => assignment.taskId === task.number);
}

export function taskDetailOf(world: FakeWorld, task: ReadTask, period: PeriodView): TaskDetail {
  return {
    id: task.number as TaskId,
    number: task.number,
    title: task.title,
    content: task.content,
    sectionTitle: world.sections.find((section) => section.ordinal === task.section)?.title ?? '',
    responsibility: task.responsibilities.map((responsibility) => responsibility.text).join('\n'),
    targets: task.targets,
    dues: task.dues.map((due) => ({
      kind: due.kind,
      text: due.text,
      date: due.date ?? null,
      day: due.day ?? null,
      count: due.count ?? null,
    })),
    assignments: assignmentsOf(world, task).map((assignment) => {
      const progress = world.facts.progress.get(progressKey(assignment.taskId, assignment.agencyId, period.id)) ?? null;
      return {
        agencyId: assignment.agencyId,
        agencyName: world.agencies.find((agency) => agency.id === assignment.agencyId)?.name ?? '',
        role: assignment.role,
        origin: assignment.origin,
        writtenAs: assignment.writtenAs,
        span: null,
        progress,
        light: lightOf(progress?.status ?? null, period.dueOn, world.today),
      };
    }),
  };
}
