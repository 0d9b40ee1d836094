import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BackendContext, made } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import type { FormTaskRow } from '#backend/excel/form.ts';
import { type Placed, placeTogether } from '#backend/files/place-together.ts';
import { RENAME_WAITS_MS, removeDraft } from '#backend/files/save-file.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import { recordForms, reserveFormIds } from '#db/commands/form.commands.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { FormId } from '#shared/domain/ids.ts';
import type { ExportedFile, PeriodView, PlanView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import { safeFileName } from '#shared/text/file-name.ts';

/** What the forms of one sending say: of one moment, so that agencies that share a task are told the same. */
export type GatheredForms = {
  readonly plan: PlanView;
  readonly period: PeriodView;
  readonly forms: readonly { readonly agency: AgencyView; readonly rows: readonly FormTaskRow[] }[];
};

type Form = GatheredForms['forms'][number] & {
  readonly id: FormId;
  readonly fileName: string;
  readonly target: string;
};
type WrittenForm = Form & { readonly draft: string; readonly bytes: number };

/**
 * Sends the forms of a period: all of them, or none.
 *
 *   1. a turn among the steps: what they say is gathered, their ids are reserved
 *   2. beside the steps: each workbook is built and written under a temporary name by the outlet's thread
 *   3. a turn: the forms are remembered and the workbooks put in place, in one transaction
 *
 * So a form in the log has its workbook, cancelling before 3 leaves nothing, and a workbook that cannot take its place
 * (it is open in WPS) leaves no form. A kill between the renames and the commit of 3 leaves workbooks without a form:
 * their ids are never given out again, and one that comes back is read by its names, with a note (ADR 15).
 *
 * @param folder where the workbooks go; older ones of the same names are replaced
 * @throws AppError PERIOD_UNKNOWN, AGENCY_GONE, and those of backend/outlet/outlet.ts
 */
export async function* sendForms(
  context: BackendContext,
  folder: string,
  gather: () => GatheredForms,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, readonly ExportedFile[], void> {
  context.outlet.prepare();
  const { gathered, forms } = await context.writes.run(() => {
    const now = gather();
    return { gathered: now, forms: named(now, reserveFormIds(context.db, now.forms.length), folder) };
  }, signal);
  const { plan } = gathered;
  // What the form says is the day that counts.
  const period = { ...gathered.period, dueOn: dueDayOf(gathered.period, context.calendar) };
  const written: WrittenForm[] = [];
  try {
    for (const [index, form] of forms.entries()) {
      const { agency, rows, id, target } = form;
      yield progress(index, forms.length, agency.name);
      const job = { kind: 'form', form: { formId: id, plan, agency, period, rows } } as const;
      const { draft, bytes } = await context.outlet.draft(job, target, { signal });
      written.push({ ...form, draft, bytes });
    }
    await recordAndPlace(context, gathered, written, signal);
  } finally {
    // Those that took their places are no drafts any more.
    await Promise.all(written.map(({ draft }) => removeDraft(draft)));
  }
  return written.map(({ fileName, rows, bytes }) => ({ fileName, rows: rows.length, bytes }));
}

/** Each form with its id and its file, no two of the same name on any disk. */
function named({ forms, period }: GatheredForms, ids: readonly FormId[], folder: string): readonly Form[] {
  const taken = new Set<string>();
  return forms.flatMap((form, index): Form[] => {
    const id = ids[index];
    if (id === undefined) return [];
    const wanted = safeFileName(`${form.agency.name}-${periodTitle(period.label)}填报表`);
    let fileName = `${wanted}.xlsx`;
    for (let count = 2; taken.has(fileName.toLowerCase()); count++) fileName = `${wanted}（${count}）.xlsx`;
    taken.add(fileName.toLowerCase());
    return [{ ...form, id, fileName, target: path.join(folder, fileName) }];
  });
}

/** Tries again for a while when a file is held: a virus scanner looks at fresh files, WPS does not let go by itself. */
async function recordAndPlace(
  context: BackendContext,
  gathered: GatheredForms,
  written: readonly WrittenForm[],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const waitMs of RENAME_WAITS_MS) {
    try {
      return await context.writes.run(() => recordAndPlaceNow(context, gathered, written), signal);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'FILE_OPEN_ELSEWHERE') throw error;
      await wait(waitMs);
    }
  }
  await context.writes.run(() => recordAndPlaceNow(context, gathered, written), signal);
}

function recordAndPlaceNow(
  context: BackendContext,
  { plan, period }: GatheredForms,
  written: readonly WrittenForm[],
): void {
  const sent = written.map(({ id, fileName, agency, rows }) => ({
    id,
    planId: plan.id,
    agencyId: agency.id,
    periodId: period.id,
    fileName,
    rows: rows.map((row) => ({ taskId: row.taskId, base: progressTexts(row.progress) })),
    label: `发出填报表：${agency.shortName} ${periodTitle(period.label)}`,
  }));
  let placed: Placed | undefined;
  recordForms(context.db, sent, made(context, 'typed'), () => {
    placed = placeTogether(written, context.dataFile);
    return placed.takeBack;
  });
  placed?.settle();
}
