import { createPlan } from '#db/commands/create-plan.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { openMemory } from '#db/open.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import { type AgencyId, type PeriodId, PlanIdSchema, type TaskId } from '#shared/domain/ids.ts';
import { periodsOf } from '#shared/domain/period.ts';
import type { PlanReading, ReadTask } from '#shared/domain/plan-reading.ts';
import type { Made } from '#shared/domain/step.ts';

/** When everything in a test world happens. */
export const AT = '2021-10-08T09:00:00.000Z';

/** By whom and how, where a test does not care. */
export const MADE: Made = { at: AT, client: 'window', manner: 'typed' };

/** The first plan of a data file: every file begins with one. */
export const PLAN = PlanIdSchema.parse(1);

/** Small worlds in one line: a plan of made-up tasks in which the first agency leads every task. */
export function aReading(size: { readonly tasks: number; readonly agencies: number }): PlanReading {
  const span = { start: 0, end: 1 };
  const tasks = Array.from({ length: size.tasks }, (_, index): ReadTask => {
    const number = index + 1;
    const second = (index % Math.max(1, size.agencies - 1)) + 2;
    const roles = [
      { agency: agencyName(1), role: 'lead', span },
      ...(size.agencies > 1 ? [{ agency: agencyName(second), role: 'co-responsible', span } as const] : []),
    ] as const;
    return {
      number,
      section: number % 2 === 1 ? 1 : 2,
      title: `任务${number}`,
      content: `任务${number}的全文。`,
      responsibilities: [{ text: roles.map((role) => role.agency).join('、'), roles: [...roles], scope: '', span }],
      targets: [],
      dues: [],
      span,
    };
  });
  return {
    title: '测试县2021年工作安排',
    documentNumber: '测政办发〔2021〕1号',
    issuer: '测试县人民政府办公室',
    issuedOn: '2021-01-05',
    year: 2021,
    sections: [
      { ordinal: 1, title: '第一部分', span },
      { ordinal: 2, title: '第二部分', span },
    ],
    tasks,
    rules: [],
    repairs: [],
    warnings: [],
  };
}

function agencyName(number: number): string {
  return `县测试${number}局`;
}

export type TestWorld = {
  readonly db: WritableDb;
  /** By number: `taskIds[0]` is task 1. Odd ones are in the first section, even ones in the second. */
  readonly taskIds: readonly TaskId[];
  readonly agencyIds: readonly AgencyId[];
  /** The twelve months of 2021. */
  readonly periodIds: readonly PeriodId[];
};

/** A data file in memory with a small plan in it. */
export function createTestDb(size = { tasks: 3, agencies: 4 }, db: WritableDb = openMemory()): TestWorld {
  const reading = aReading(size);
  const agencies = Array.from({ length: size.agencies }, (_, index) => ({
    name: agencyName(index + 1),
    shortName: `测试${index + 1}`,
    kind: 'government' as const,
    aliases: [],
    members: [],
    pinyin: `xcs${index + 1}j`,
  }));
  const source = { name: '测试.txt', text: '原文', sha256: '0'.repeat(64) };
  createPlan(db, { reading, source, agencies, periods: periodsOf(2021, 'month', 15) }, MADE);
  return {
    db,
    taskIds: listTasks(db, PLAN)
      .toSorted((a, b) => a.number - b.number)
      .map((task) => task.id),
    agencyIds: listAgencies(db).map((agency) => agency.id),
    periodIds: listPeriods(db, PLAN).map((period) => period.id),
  };
}

/** The nth of a list that must have it. */
export function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
}
