import { createHash } from 'node:crypto';
import { recordForm } from '#db/commands/form.commands.ts';
import { recordReturns } from '#db/commands/return.commands.ts';
import { acceptReturns } from '#db/commands/take-returns.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { FormId, PlanId } from '#shared/domain/ids.ts';
import type { PeriodView, PlanView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import type { LivedDuty, LivedReport } from './reports.ts';

/** The form of an agency for a month, and what stands in it when it comes back. */
export type LivedForm = {
  readonly plan: PlanView;
  readonly period: PeriodView;
  readonly agency: AgencyView;
  readonly rows: readonly { readonly duty: LivedDuty; readonly report: LivedReport }[];
};

const EMPTY = { status: '', percent: '', narrative: '', problems: '', nextSteps: '', reportedOn: '' } as const;

const HEADS = ['序号', '工作任务', '进展状态', '完成比例', '进展情况', '存在问题', '下步措施', '填报日期'] as const;

/** The form goes out, empty, as a form of a new month is. @returns its id */
export function sendLivedForm(db: WritableDb, { plan, period, agency, rows }: LivedForm, at: string): FormId {
  const form = {
    planId: plan.id,
    agencyId: agency.id,
    periodId: period.id,
    fileName: formName(agency, period),
    rows: rows.map(({ duty }) => ({ taskId: duty.taskId, base: EMPTY })),
  };
  const label = `发出填报表：${agency.shortName} ${periodTitle(period.label)}`;
  return recordForm(db, form, label, { at, client: 'window', manner: 'typed' });
}

/**
 * The form comes back as a file of its own and is taken in whole, two steps as a clerk's.
 *
 * @param reportedOn ISO date written in it
 */
export function takeLivedForm(
  db: WritableDb,
  form: LivedForm,
  { formId, at, reportedOn }: { readonly formId: FormId; readonly at: string; readonly reportedOn: string },
): void {
  const { plan, period, agency, rows } = form;
  const name = formName(agency, period).replace(/xlsx$/u, 'csv');
  const content = Buffer.from(fileText(form, reportedOn));
  const place = placeOf(plan.id, form, formId);
  const made = { at, client: 'window', manner: 'form', source: name } as const;
  const table = { ...place, state: 'to-review', read: null, refusal: null } as const;
  const file = { name, sha256: createHash('sha256').update(content).digest('hex'), content };
  const { ids } = recordReturns(db, [{ file, tables: [table] }], `收到：${name}`, made);
  const [returnId] = ids;
  if (returnId === undefined) throw new Error('the return was not kept');
  const items = rows.flatMap(({ duty, report }) =>
    textsOf(report, reportedOn).map(([field, theirs]) => ({
      ...cellOf(duty),
      field,
      base: '',
      baseFrom: 'sent' as const,
      theirs,
      ours: '',
      decision: 'theirs' as const,
      value: null,
    })),
  );
  const patches = rows.map(({ duty, report }) => ({ ...cellOf(duty), patch: { ...report, reportedOn } }));
  const contact = { reporter: '', phone: '' };
  const taken = { returnId, place, periodId: period.id, state: 'taken', items, patches, contact } as const;
  acceptReturns(db, [taken], `收回 1 份填报表，写入 ${items.length} 处`, made);
}

function formName(agency: AgencyView, period: PeriodView): string {
  return `${agency.name}-${periodTitle(period.label)}填报表.xlsx`;
}

function placeOf(planId: PlanId, { agency, period }: LivedForm, formId: FormId) {
  return { planId, agencyId: agency.id, periodId: period.id, formId };
}

function cellOf({ taskId, agencyId }: LivedDuty) {
  return { taskId, agencyId };
}

/** The filled fields as the form writes them. */
function textsOf(report: LivedReport, reportedOn: string): readonly (readonly [ProgressField, string])[] {
  const texts = { ...report, status: STATUS_LABELS[report.status], percent: String(report.percent), reportedOn };
  return Object.entries(texts).filter((entry): entry is [ProgressField, string] => entry[1] !== '');
}

function fileText({ plan, period, agency, rows }: LivedForm, reportedOn: string): string {
  const lines = rows.map(({ duty, report }) => [
    String(duty.number),
    duty.title,
    STATUS_LABELS[report.status],
    `${report.percent}%`,
    report.narrative,
    report.problems,
    report.nextSteps,
    reportedOn,
  ]);
  const title = `《${plan.title}》填报表（${periodTitle(period.label)}）`;
  const table = [[title], [`填报单位（盖章）：${agency.name}`], HEADS, ...lines];
  return `\uFEFF${table.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
