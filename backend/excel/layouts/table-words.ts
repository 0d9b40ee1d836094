import type { PlanView } from '#shared/domain/overview.ts';
import type { PlaceholderWords } from '#shared/domain/placeholders.ts';

/** What every table for superiors says about its plan. */
export type TableHeadline = {
  readonly plan: Pick<PlanView, 'title' | 'documentNumber' | 'issuer'>;
  /** The day the table was drawn up (ISO). */
  readonly date: string;
};

/** `2021-10-08` as written in an official table: 2021年10月8日. */
export function chineseDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** The line under the title: who drew the table up, from which document, and when. */
export function unitLine({ plan, date }: TableHeadline): { readonly left: string; readonly right: string } {
  const number = plan.documentNumber === '' ? '' : `  文号：${plan.documentNumber}`;
  return { left: `填报单位：${plan.issuer}${number}`, right: `填报日期：${chineseDate(date)}` };
}

/** The plan's name without 关于印发 … 的通知, as it stands before a table's own name. */
export function planName(title: string): string {
  return title
    .replace(/^.*关于印发/, '')
    .replace(/的通知$/, '')
    .replace(/[《》\s]/g, '');
}

/**
 * What the placeholders of a layout, or of a superior's own form, stand for.
 *
 * @param about `periodTitle`: 2021年10月; `agency`: full name of the one that the table is about
 */
export function placeholderWords({
  plan,
  date,
  periodTitle,
  agency,
}: {
  readonly plan: Pick<PlanView, 'title' | 'documentNumber' | 'issuer' | 'year'>;
  /** The day the table was drawn up (ISO). */
  readonly date: string;
  readonly periodTitle?: string | undefined;
  readonly agency?: string | undefined;
}): PlaceholderWords {
  return {
    计划名称: planName(plan.title),
    文号: plan.documentNumber,
    年度: String(plan.year),
    期: periodTitle,
    填报单位: plan.issuer,
    填报日期: chineseDate(date),
    单位: agency,
  };
}

/** Texts in their order, each once: a sentence can give several targets. */
export function distinctLines(items: readonly { readonly text: string }[]): string {
  return [...new Set(items.map(({ text }) => text))].join('\n');
}
