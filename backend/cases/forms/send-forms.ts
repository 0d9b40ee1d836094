import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BackendContext, made } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import type { FormInput, FormPart, FormTaskRow } from '#backend/excel/form/form-input.ts';
import { shortPlanName } from '#backend/excel/form/form-words.ts';
import { type Placed, placeTogether } from '#backend/files/place-together.ts';
import { RENAME_WAITS_MS, removeDraft } from '#backend/files/save-file.ts';
import type { Written } from '#backend/outlet/outlet.ts';
import { progressTexts, targetText } from '#backend/returns/progress-texts.ts';
import { FORM_VERSION } from '#backend/sheets/form-format.ts';
import { type FormBase, recordForms, reserveFormIds, type SentWorkbook } from '#db/commands/form.commands.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { SentFormFile } from '#shared/domain/form-sending.ts';
import type { FormId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { SENDING_KIND_LABELS, type SentState } from '#shared/domain/sending.ts';
import { AppError } from '#shared/errors.ts';
import { FILE_NAME_MAX, safeFileName } from '#shared/text/file-name.ts';
import { sentFile, stateOf } from '../sendings/record-sending.ts';
import { gatherOffice, type OfficeForm, type OfficeForms, type SendingWish } from './office-forms.ts';

type Form = OfficeForm & {
  /** One for each part. */
  readonly ids: readonly FormId[];
  readonly fileName: string;
  readonly target: string;
};
type WrittenForm = Form & { readonly draft: string; readonly written: Omit<Written, 'copy'> };

type Gathered = OfficeForms & { readonly state: SentState };

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
 * @param folder where the workbooks go. A file that is there already is never replaced: each export is a version of its
 *   own and says so in its name, and where some other file has the name, another one is found
 * @throws AppError PERIOD_UNKNOWN, AGENCY_GONE, and those of backend/outlet/outlet.ts
 */
export async function* sendForms(
  context: BackendContext,
  folder: string,
  wish: SendingWish,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, readonly SentFormFile[], void> {
  context.outlet.prepare('form');
  const { gathered, forms } = await context.writes.run(() => {
    const now = { ...gatherOffice(context, wish), state: stateOf(context) };
    const count = now.forms.reduce((sum, { parts }) => sum + parts.length, 0);
    return { gathered: now, forms: named(now, reserveFormIds(context.db, count), folder) };
  }, signal);
  const written: WrittenForm[] = [];
  try {
    for (const [index, form] of forms.entries()) {
      yield progress(index, forms.length, form.agency.name);
      const input = formInput(context, gathered, form);
      const { draft, ...rest } = await context.outlet.draft({ kind: 'form', form: input }, form.target, { signal });
      written.push({ ...form, draft, written: rest });
    }
    await recordAndPlace(context, gathered, wish, written, signal);
  } finally {
    // Those that took their places are no drafts any more.
    await Promise.all(written.map(({ draft }) => removeDraft(draft)));
  }
  return written.map(told);
}

function told({ fileName, agency, parts, version, sentTo, reason, written }: WrittenForm): SentFormFile {
  const { rows, bytes, notices } = written;
  return {
    fileName,
    rows,
    bytes,
    agencyId: agency.id,
    agency: agency.name,
    version,
    sentTo,
    plans: parts.map(({ plan }) => plan.title),
    ...(reason === undefined ? {} : { reason }),
    ...(notices.length === 0 ? {} : { notice: notices.join('\n') }),
  };
}

function formInput(context: BackendContext, { rules }: OfficeForms, form: Form): FormInput {
  return {
    agency: form.agency,
    version: form.version,
    rules,
    parts: form.parts.flatMap(({ plan, period, lastLabel, rows }, index): FormPart[] => {
      const formId = form.ids[index];
      if (formId === undefined) return [];
      // What the form says is the day that counts.
      return [{ formId, plan, period: { ...period, dueOn: dueDayOf(period, context.calendar) }, lastLabel, rows }];
    }),
  };
}

/** What a form over several plans is about, in its file's name. */
const SEVERAL_PLANS = '各项工作安排';
/** Of an agency's name so much stands in a file name. */
const AGENCY_LENGTH_MAX = 40;

/** 县市场监管局—2021年食品安全重点工作安排—2021年10月（第2版）: what tells one form from another is never cut off. */
function formName({ agency, parts, version }: OfficeForm, { period }: Pick<OfficeForms, 'period'>): string {
  const who = safeFileName(agency.name, AGENCY_LENGTH_MAX);
  const tail = `—${periodTitle(period.label)}${version > 1 ? `（第${version}版）` : ''}`;
  const [first, ...more] = parts;
  const about = first === undefined || more.length > 0 ? SEVERAL_PLANS : shortPlanName(first.plan);
  const room = Math.max(1, FILE_NAME_MAX - [...who].length - [...tail].length - 1);
  return safeFileName(`${who}—${safeFileName(about, room)}${tail}`);
}

/** Each form with its ids and its file: no two of the same name on any disk, none that is there already. */
function named(gathered: Gathered, ids: readonly FormId[], folder: string): readonly Form[] {
  const taken = new Set<string>();
  let next = 0;
  return gathered.forms.map((form): Form => {
    const own = ids.slice(next, next + form.parts.length);
    next += form.parts.length;
    const wanted = formName(form, gathered);
    const isTaken = (name: string): boolean => taken.has(name.toLowerCase()) || fs.existsSync(path.join(folder, name));
    let fileName = `${wanted}.xlsx`;
    for (let count = 2; isTaken(fileName); count++) fileName = `${wanted}（${count}）.xlsx`;
    taken.add(fileName.toLowerCase());
    return { ...form, ids: own, fileName, target: path.join(folder, fileName) };
  });
}

/** Tries again for a while when a file is held: a virus scanner looks at fresh files, WPS does not let go by itself. */
async function recordAndPlace(
  context: BackendContext,
  gathered: Gathered,
  wish: SendingWish,
  written: readonly WrittenForm[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const now = (): void => recordAndPlaceNow(context, gathered, wish, written);
  for (const waitMs of RENAME_WAITS_MS) {
    try {
      return await context.writes.run(now, signal);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'FILE_OPEN_ELSEWHERE') throw error;
      await wait(waitMs);
    }
  }
  await context.writes.run(now, signal);
}

function recordAndPlaceNow(
  context: BackendContext,
  gathered: Gathered,
  wish: SendingWish,
  written: readonly WrittenForm[],
): void {
  let placed: Placed | undefined;
  recordForms(
    context.db,
    written.map((form) => sentWorkbook(gathered, wish, form)),
    made(context, 'typed'),
    () => {
      placed = placeTogether(written, context.dataFile);
      return placed.takeBack;
    },
  );
  placed?.settle();
}

function sentWorkbook({ period, state }: Gathered, wish: SendingWish, form: WrittenForm): SentWorkbook {
  const { ids, fileName, agency, parts, version, sentTo } = form;
  const [only, ...more] = parts;
  const { allPlans = false } = wish;
  const about = {
    kind: 'form',
    what: SENDING_KIND_LABELS.form,
    planId: more.length > 0 ? null : (only?.plan.id ?? null),
    periodId: more.length > 0 ? null : (only?.period.id ?? null),
    agencyId: agency.id,
    request: { call: 'forms.send', input: { periodId: period.id, agencyIds: [agency.id], allPlans } },
    state,
  } as const;
  return {
    label: `发出填报表：${agency.shortName} ${periodTitle(period.label)}${version > 1 ? ` 第${version}版` : ''}`,
    file: sentFile(about, { fileName, ...form.written }),
    sentTo,
    forms: parts.map((part, index) => {
      const id = ids[index];
      return {
        ...(id === undefined ? {} : { id }),
        planId: part.plan.id,
        agencyId: agency.id,
        periodId: part.period.id,
        fileName,
        version,
        format: FORM_VERSION,
        rows: part.rows.map((row) => ({ taskId: row.taskId, base: formBase(row) })),
      };
    }),
  };
}

/** What a row goes out with, for comparing with what comes back. */
export function formBase({ progress, targets }: FormTaskRow): FormBase {
  const texts = progressTexts(progress);
  if (targets.length === 0) return texts;
  return { ...texts, targets: Object.fromEntries(targets.map(({ targetId, now }) => [targetId, targetText(now)])) };
}
