// The contract over a fake world: as much of the backend as the window can tell apart. Kept honest by types.
import { implement } from '@orpc/server';
import { readPhrase } from '#backend/plan/read-phrase.ts';
import { readPlan } from '#backend/plan/read-plan.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import { contract } from '#shared/contract/contract.ts';
import { toWireError } from '#shared/contract/wire-error.ts';
import type { AgencyId, PeriodId, StepId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import type { CellRef, StepReport, StepView } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { aComparison, aPlanReview } from './fake-plan-review.ts';
import { aPrintTable } from './fake-print-table.ts';
import { aReview } from './fake-review.ts';
import {
  cellKey,
  type Facts,
  type FakeWorld,
  matrixTaskOf,
  overviewOf,
  progressKey,
  taskDetailOf,
} from './fake-world.ts';

type Done = { readonly label: string; readonly before: Facts; readonly touched: readonly CellRef[] };

/** What the fake remembers between calls. */
class FakeHistory {
  readonly world: FakeWorld;
  done: readonly Done[] = [];
  undone: readonly Done[] = [];
  review: ReturnReview | null = null;

  constructor(world: FakeWorld) {
    this.world = world;
  }

  get undoLabel(): string | null {
    return this.done.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.undone.at(-1)?.label ?? null;
  }

  step(label: string, facts: Facts, touched: readonly CellRef[]): StepReport {
    this.done = [...this.done, { label, before: this.world.facts, touched }];
    this.undone = [];
    this.world.facts = facts;
    return this.report('do', label, touched, null);
  }

  back(): StepReport {
    const last = this.done.at(-1);
    if (!last) throw new AppError('NOTHING_TO_UNDO');
    this.undone = [...this.undone, { ...last, before: this.world.facts }];
    this.done = this.done.slice(0, -1);
    this.world.facts = last.before;
    return this.report('undo', `撤销：${last.label}`, last.touched, 1 as StepId);
  }

  forth(): StepReport {
    const next = this.undone.at(-1);
    if (!next) throw new AppError('NOTHING_TO_REDO');
    this.done = [...this.done, { ...next, before: this.world.facts }];
    this.undone = this.undone.slice(0, -1);
    this.world.facts = next.before;
    return this.report('redo', `重做：${next.label}`, next.touched, 1 as StepId);
  }

  private report(
    kind: StepView['kind'],
    label: string,
    touched: readonly CellRef[],
    reverses: StepId | null,
  ): StepReport {
    const stepId = (this.world.steps.length + 1) as StepId;
    const savedAt = new Date().toISOString();
    const step: StepView = {
      id: stepId,
      kind,
      code: 'matrix.setRoles',
      label,
      client: 'window',
      manner: 'typed',
      source: null,
      at: savedAt,
      actor: '',
      reverses,
      undoable: kind === 'do',
      changes: touched.length,
    };
    this.world.steps = [step, ...this.world.steps];
    return { stepId, label, savedAt, touched, undoLabel: this.undoLabel, redoLabel: this.redoLabel };
  }
}

/** Handlers of every call, over one world. */
export function fakeRouter(world: FakeWorld) {
  const history = new FakeHistory(world);
  const os = implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw error instanceof AppError ? toWireError(error) : error;
    }
  });
  const periodOf = (id: PeriodId): PeriodView => {
    const period = world.periods.find((candidate) => candidate.id === id);
    if (!period) throw new AppError('PERIOD_UNKNOWN', { period: id });
    return period;
  };
  const nameOf = (id: AgencyId): string => world.agencies.find((agency) => agency.id === id)?.name ?? '';

  return os.router({
    workspace: {
      overview: os.workspace.overview.handler(() => overviewOf(world, history.undoLabel, history.redoLabel)),
      dump: os.workspace.dump.handler(notFaked),
      check: os.workspace.check.handler(() => []),
    },
    matrix: {
      read: os.matrix.read.handler(({ input }) => {
        const period = periodOf(input.periodId);
        const wanted = input.taskIds ? new Set<number>(input.taskIds) : null;
        return world.tasks
          .filter((task) => wanted === null || wanted.has(task.number))
          .map((task) => matrixTaskOf(world, task, period));
      }),
      task: os.matrix.task.handler(({ input }) => {
        const task = world.tasks.find((candidate) => candidate.number === input.taskId);
        if (!task) throw new AppError('TASK_GONE');
        return taskDetailOf(world, task, periodOf(input.periodId));
      }),
      setRoles: os.matrix.setRoles.handler(({ input }) => {
        const assignments = new Map(world.facts.assignments);
        for (const { taskId, agencyId, role } of input.cells) {
          const key = cellKey(taskId, agencyId);
          if (role === null) assignments.delete(key);
          else assignments.set(key, { taskId, agencyId, role, origin: 'manual', writtenAs: null });
        }
        const first = input.cells[0];
        const label =
          input.cells.length === 1 && first
            ? `第${first.taskId}项 ${nameOf(first.agencyId)} ${first.role ? `设为${ROLE_LABELS[first.role]}` : '清除责任'}`
            : `粘贴 ${input.cells.length} 格`;
        const touched = input.cells.map(({ taskId, agencyId }) => ({ taskId, agencyId, periodId: null }));
        return history.step(label, { ...world.facts, assignments }, touched);
      }),
    },
    task: {
      insert: os.task.insert.handler(notFaked),
      remove: os.task.remove.handler(notFaked),
      move: os.task.move.handler(notFaked),
      renumber: os.task.renumber.handler(notFaked),
      setText: os.task.setText.handler(notFaked),
      renameSection: os.task.renameSection.handler(notFaked),
    },
    agency: {
      add: os.agency.add.handler(notFaked),
      update: os.agency.update.handler(notFaked),
      reorder: os.agency.reorder.handler(notFaked),
      similar: os.agency.similar.handler(() => []),
      previewMerge: os.agency.previewMerge.handler(notFaked),
      merge: os.agency.merge.handler(notFaked),
      remove: os.agency.remove.handler(notFaked),
    },
    note: { set: os.note.set.handler(notFaked) },
    progress: {
      texts: os.progress.texts.handler(() => []),
      set: os.progress.set.handler(({ input }) => {
        const progress = new Map(world.facts.progress);
        for (const { taskId, agencyId, periodId, patch } of input.entries) {
          const key = progressKey(taskId, agencyId, periodId);
          if (patch === null) progress.delete(key);
          else progress.set(key, patched(progress.get(key), patch));
        }
        const touched = input.entries.map(({ taskId, agencyId, periodId }) => ({ taskId, agencyId, periodId }));
        const first = input.entries[0];
        const label = first
          ? `第${first.taskId}项 ${nameOf(first.agencyId)} ${periodTitle(periodOf(first.periodId).label)}进展`
          : '';
        return history.step(label, { ...world.facts, progress }, touched);
      }),
    },
    history: {
      list: os.history.list.handler(({ input }) => world.steps.slice(0, input.limit)),
      ofCell: os.history.ofCell.handler(() => []),
      undo: os.history.undo.handler(() => history.back()),
      redo: os.history.redo.handler(() => history.forth()),
    },
    exports: {
      table: os.exports.table.handler(() =>
        longWork(['排版', '写入', '复核'], { fileName: '泽州县-责任矩阵.xlsx', rows: 53, bytes: 24_576 }),
      ),
      printTable: os.exports.printTable.handler(() => aPrintTable(world)),
      pdf: os.exports.pdf.handler(({ input }) => ({ fileName: input.content.name, bytes: input.content.size })),
    },
    forms: {
      send: os.forms.send.handler(({ input }) => {
        const names = (input.agencyIds ?? []).map(nameOf);
        return longWork(
          names,
          names.map((name) => ({ fileName: `${name}.xlsx`, rows: 5, bytes: 9_000 })),
        );
      }),
    },
    returns: {
      review: os.returns.review.handler(() => {
        history.review = aReview(world);
        return longWork(
          history.review.files.map((file) => file.fileName),
          history.review,
        );
      }),
      accept: os.returns.accept.handler(({ input }) => {
        const items = (history.review?.files ?? []).flatMap((file) => file.items);
        const taken = items.filter((item) => input.accept.includes(item.id));
        const touched = taken.map((item) => ({
          taskId: item.taskId as TaskId,
          agencyId: 4 as AgencyId,
          periodId: null,
        }));
        return history.step(`收回填报表 ${taken.length} 处`, world.facts, touched);
      }),
      dismiss: os.returns.dismiss.handler(() => undefined),
    },
    plan: {
      readDocument: os.plan.readDocument.handler(() =>
        longWork(['县2022年食品安全重点工作安排.docx'], aPlanReview(world)),
      ),
      reread: os.plan.reread.handler(({ input }) =>
        readPlan(world.source.text, { refusedRepairs: input.refusedRepairs }),
      ),
      readPassage: os.plan.readPassage.handler(
        ({ input: { span } }) =>
          readPlan('\n'.repeat(span.start) + world.source.text.slice(span.start, span.end)).tasks,
      ),
      readPhrase: os.plan.readPhrase.handler(({ input }) => readPhrase(input.text)),
      create: os.plan.create.handler(({ input }) => ({
        fileName: input.file,
        tasks: input.reading.tasks.length,
        agencies: input.agencies.length,
      })),
      addToFile: os.plan.addToFile.handler(notFaked),
      archive: os.plan.archive.handler(notFaked),
      compareRevision: os.plan.compareRevision.handler(() => aComparison(world)),
      revise: os.plan.revise.handler(({ input }) =>
        history.step(`按修订版更新：${input.accept.length} 处`, world.facts, []),
      ),
      dismiss: os.plan.dismiss.handler(() => undefined),
    },
  });
}

/** For calls that the window is looked at without. */
function notFaked(): never {
  throw new AppError('INTERNAL', { incident: 'fake' });
}

function patched(before: ProgressView | undefined, patch: object): ProgressView {
  const empty: ProgressView = {
    status: 'not-started',
    percent: null,
    narrative: '',
    problems: '',
    nextSteps: '',
    reportedOn: null,
    reporter: '',
    origin: 'manual',
  };
  return { ...empty, ...before, ...patch };
}

/** Long enough to see the bar, short enough not to wait for it. */
const WORK_STEP_MS = 60;

async function* longWork<Result>(
  labels: readonly string[],
  result: Result,
): AsyncGenerator<LongCallEvent<Result>, void> {
  for (const [done, label] of labels.entries()) {
    yield { kind: 'progress', done, total: labels.length, label };
    await new Promise((resolve) => setTimeout(resolve, WORK_STEP_MS));
  }
  yield { kind: 'result', result };
}
