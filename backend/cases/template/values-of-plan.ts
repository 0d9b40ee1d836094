import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import { statusText } from '#shared/domain/status.ts';
import type { TemplateField } from '#shared/domain/template.ts';

/** What a cell of a form can hold, plain: blanks, line breaks and marks do not count. */
export const plainValue = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');

/** A task, with whatever the data file has to say of it under each field; agencies by all their names. */
export type TaskValues = {
  readonly number: number;
  /** What it is recognised by in a row: content and title, plain. */
  readonly names: readonly string[];
  readonly texts: ReadonlyMap<TemplateField, ReadonlySet<string>>;
  readonly units: ReadonlyMap<TemplateField, ReadonlySet<string>>;
};

const PARTS = ['tasks', 'targets', 'dues', 'agencies', 'assignments', 'progress'] as const;

/** Gathers, task by task, what an example of a form may repeat: of every period, as nobody knows of which it is. */
export function valuesOfPlan(db: ReadableDb, planId: PlanId): readonly TaskValues[] {
  const state = loadPlanState(db, planId, { parts: PARTS });
  const agencies = new Map(state.agencies.map((agency) => [agency.id, agency]));
  const of = <Row extends { readonly taskId: TaskId }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ taskId }) => taskId);
  const [targets, dues] = [of(state.targets), of(state.dues)];
  const [assignments, progress] = [of(state.assignments), of(state.progress)];
  return state.tasks.map((task) => {
    const texts = new Map<TemplateField, Set<string>>();
    const units = new Map<TemplateField, Set<string>>();
    const add = (into: Map<TemplateField, Set<string>>, field: TemplateField, text: string | null): void => {
      const plain = plainValue(text ?? '');
      if (plain === '') return;
      const known = into.get(field) ?? new Set();
      into.set(field, known.add(plain));
    };
    add(texts, 'section', task.sectionTitle);
    add(texts, 'task', task.content);
    add(texts, 'group', task.title);
    add(texts, 'leader', task.leadLeader);
    add(texts, 'leader', task.leaderInCharge);
    add(texts, 'person', task.personInCharge);
    for (const target of targets.get(task.id) ?? []) {
      add(texts, 'target', target.text);
      add(texts, 'targetName', target.name);
      add(texts, 'targetValue', String(target.value));
      add(texts, 'targetValue', `${target.value}${target.unit}`);
    }
    for (const { text, date } of dues.get(task.id) ?? []) {
      add(texts, 'due', text);
      add(texts, 'due', date);
    }
    for (const { agencyId, role } of assignments.get(task.id) ?? []) {
      const agency = agencies.get(agencyId);
      if (agency === undefined) continue;
      const field = role === 'lead' ? 'lead' : role === 'cooperating' ? 'cooperating' : 'responsible';
      for (const name of [agency.name, agency.shortName, ...agency.aliases]) add(units, field, name);
    }
    for (const entry of progress.get(task.id) ?? []) {
      for (const field of ['narrative', 'problems', 'nextSteps', 'reportedOn', 'reporter'] as const) {
        add(texts, field, entry[field]);
      }
      add(texts, 'status', statusText(entry.status));
      if (entry.percent !== null) add(texts, 'percent', String(entry.percent));
    }
    return { number: task.number, names: [task.content, task.title].map(plainValue), texts, units };
  });
}
