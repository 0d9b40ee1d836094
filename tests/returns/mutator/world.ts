import fs from 'node:fs';
import path from 'node:path';
import { FORM_SHEET } from '#backend/sheets/form-format.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { writeBigPlan } from '#tests/bench/big-plan.ts';
import type { LentIntake } from '#tests/helpers/lend-intake.ts';
import { type Desk, finish, openDesk, ticketOf } from '../office/desk.ts';
import { readForm } from './read-form.ts';

/** The day the returns come back. */
export const RETURN_DAY = new Date('2021-10-20T09:00:00');
const SEND_DAY = new Date('2021-10-04T09:00:00');

export const PERIOD = '2021-10';
export const LAST_PERIOD = '2021-09';

/** A form as it was sent, with the tasks it asks for. */
export type SentForm = {
  readonly agencyId: AgencyId;
  readonly agency: string;
  readonly periodId: PeriodId;
  readonly planId: PlanId;
  readonly tasks: readonly { readonly id: TaskId; readonly number: number; readonly content: string }[];
  readonly file: string;
  /** The id of the form of the month before. */
  readonly lastFormId: number;
};

/** A data file from which forms were sent for two months, some cells already filled. */
export type World = {
  readonly name: string;
  readonly dataFile: string;
  readonly forms: readonly SentForm[];
  readonly agencies: readonly string[];
  /** What the county is called, without 县. */
  readonly county: string;
};

export type WorldSize = { readonly name: string; readonly tasks: number; readonly agencies: number };

/** The embedded plan, and one as large as a city's. */
export const SEED_WORLD: WorldSize = { name: 'seed', tasks: 0, agencies: 0 };
export const BIG_WORLD: WorldSize = { name: '500 × 120', tasks: 500, agencies: 120 };

const ROWS_MIN = 6;

/**
 * Makes a world in a folder that is kept until its owner removes it.
 *
 * @param count how many agencies get forms
 */
export async function makeWorld(size: WorldSize, count: number, folder: string, intake: LentIntake): Promise<World> {
  const source = size.tasks === 0 ? null : path.join(folder, 'plan.db');
  if (source !== null) writeBigPlan(source, size);
  const desk = await openDesk(source, SEND_DAY, intake);
  try {
    const { periods, agencies } = await desk.client.workspace.overview();
    const [last, now] = [LAST_PERIOD, PERIOD].map((label) => periods.find((period) => period.label === label)?.id);
    if (last === undefined || now === undefined) throw new Error('the plan has no such months');
    const tasks = await desk.client.matrix.read({ periodId: now });
    const chosen = agencies
      .map((agency) => ({
        agency,
        rows: tasks.filter((task) => task.cells.some((cell) => cell.agencyId === agency.id)),
      }))
      .filter(({ rows }) => rows.length >= ROWS_MIN)
      .slice(0, count);
    await report(
      desk,
      chosen.flatMap(({ agency, rows }) => rows.map((row, index) => [agency.id, row.id, index] as const)),
      last,
      now,
    );
    const agencyIds = chosen.map(({ agency }) => agency.id);
    const sent = [last, now].map(async (periodId) => {
      const out = path.join(folder, String(periodId));
      fs.mkdirSync(out, { recursive: true });
      return finish(await desk.client.forms.send({ periodId, agencyIds, folder: ticketOf(out) }));
    });
    const [lastFiles = [], files = []] = [await sent[0], await sent[1]];
    const fileOf = (written: typeof files, periodId: number, name: string): string => {
      const found = written.find(({ fileName }) => path.basename(fileName).startsWith(`${name}—`));
      if (!found) throw new Error(`no form for ${name}`);
      return path.join(folder, String(periodId), path.basename(found.fileName));
    };
    const forms = chosen.map(
      async ({ agency, rows }): Promise<SentForm> => ({
        agencyId: agency.id,
        agency: agency.name,
        periodId: now,
        planId: desk.planId,
        tasks: rows.map(({ id, number, content }) => ({ id, number, content })),
        file: fileOf(files, now, agency.name),
        lastFormId: await formIdIn(fileOf(lastFiles, last, agency.name)),
      }),
    );
    const dataFile = path.join(folder, 'world.db');
    fs.copyFileSync(desk.dataFile, dataFile);
    return {
      name: size.name,
      dataFile,
      forms: await Promise.all(forms),
      agencies: agencies.map(({ name }) => name),
      county: source === null ? '泽州' : '大',
    };
  } finally {
    await desk.close();
  }
}

async function formIdIn(file: string): Promise<number> {
  const ids = (await readForm(file)).sheets.find(({ name }) => name === FORM_SHEET);
  return Number(ids?.rows.find(({ cells }) => cells[0]?.content === 'formId')?.cells[1]?.content);
}

/** Every third row had something in both months, so that forms go out with values in them. */
async function report(
  { client }: Desk,
  rows: readonly (readonly [AgencyId, TaskId, number])[],
  last: PeriodId,
  now: PeriodId,
): Promise<void> {
  const entries = rows
    .filter(([, , index]) => index % 3 === 0)
    .flatMap(([agencyId, taskId, index]) => {
      const before: ProgressPatch = {
        status: 'in-progress',
        percent: 30,
        narrative: `9月${(index % 20) + 1}日前完成首轮摸底，建档${100 + index * 7 + agencyId * 31}份。`,
        reportedOn: '2021-09-10',
      };
      const first: ProgressPatch = {
        status: 'in-progress',
        percent: 40,
        narrative: `10月1日前完成摸底复核，更新档案${200 + index * 7 + agencyId * 31}份。`,
        problems: `人手缺${(index % 5) + 2}名`,
        nextSteps: `10月${(index % 9) + 20}日前补齐档案`,
        reportedOn: '2021-10-02',
      };
      return [
        { agencyId, taskId, periodId: last, patch: before },
        { agencyId, taskId, periodId: now, patch: first },
      ];
    });
  await client.progress.set({ entries });
}
