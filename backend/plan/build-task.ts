import type { ReadTask, ReadWarning, Repair, Responsibility } from '#shared/domain/plan-reading.ts';
import { taskTitle } from '#shared/domain/task-title.ts';
import { addCanonicalNames } from './agency-names.ts';
import { findDues } from './figures/dues.ts';
import { findTargets } from './figures/targets.ts';
import type { ChosenTask } from './outline/choose-tasks.ts';
import { readTaskText } from './outline/task-text.ts';
import { peopleInLines } from './people-words.ts';
import type { FoundResponsibility } from './responsibilities/found-responsibility.ts';
import type { RuleBook } from './roles/rule-book.ts';
import { NO_CONTEXT, settleRoles } from './roles/settle-roles.ts';
import type { RepairFilter } from './text/repairs.ts';
import { repairWarnings } from './text/repairs.ts';
import type { TextView } from './text/text-view.ts';
import { spanOf } from './text/text-view.ts';

type BuildContext = Readonly<{
  number: number;
  section: number;
  year: number;
  rules: RuleBook;
  /** Every known writing of a unit to the directory's name. */
  names: ReadonlyMap<string, string>;
  /** Repairs the clerk does not want. */
  isRefused: RepairFilter;
}>;

type BuiltTask = Readonly<{ task: ReadTask; repairs: readonly Repair[]; warnings: readonly ReadWarning[] }>;

/** Reads one task: its text, who is responsible, what is measured, when it is due, and what had to be repaired. */
export function buildTask(source: string, chosen: ChosenTask, context: BuildContext): BuiltTask {
  const { number } = context;
  const { view, ...read } = readTaskText(source, chosen.block.textStart, chosen.end, context.isRefused);
  const repairs = read.repairs.map((repair): Repair => ({ ...repair, task: number }));
  const warnings = read.warnings.map((warning): ReadWarning => ({ ...warning, task: number }));
  const responsibilities = read.responsibilities.map((item) => readResponsibility(view, item, context, warnings));
  const content = contentOf(view, read.responsibilities);
  warnings.push(...repairWarnings(number, repairs));
  if (responsibilities.length === 0) {
    warnings.push({
      code: 'NO_RESPONSIBILITY',
      message: `第${number}项没有写明责任单位，请补充。`,
      task: number,
      span: spanOf(view),
    });
  }
  const task: ReadTask = {
    number,
    section: context.section,
    title: taskTitle(content),
    content,
    responsibilities,
    targets: findTargets(view, read.responsibilities),
    dues: findDues(view, context.year),
    ...peopleInLines(content),
    span: { start: chosen.block.start, end: Math.max(chosen.block.textStart, spanOf(view).end) },
  };
  return { task, repairs, warnings };
}

function readResponsibility(
  view: TextView,
  found: FoundResponsibility,
  context: BuildContext,
  warnings: ReadWarning[],
): Responsibility {
  const { number, rules } = context;
  const ruled = rules.next(found.reading.rules);
  const roles = settleRoles(found.reading, found.reading.units.length === 0 ? NO_CONTEXT : ruled);
  const span = spanOf(view, found.start, found.end);
  const applied = new Set(roles.flatMap((role) => (role.rule === undefined ? [] : [role.rule])));
  for (const rule of found.reading.rules) {
    warnings.push({
      code: 'RULE_APPLIED',
      message: rule.lasting
        ? `第${number}项写明“${rule.text}”，已按此读取本文件其后的责任单位。`
        : `第${number}项写明“${rule.text}”，已按此读取本项责任单位。`,
      task: number,
      span,
    });
  }
  if (applied.size > 0 && !warnings.some((warning) => warning.code === 'RULE_APPLIED')) {
    const texts = [...applied].map((place) => rules.rules[place]?.text).join('；');
    const message = `第${number}项按文件中“${texts}”的说明确定责任单位，请核对。`;
    warnings.push({ code: 'RULE_APPLIED', message, task: number, span });
  }
  for (const label of found.reading.unknownLabels) {
    const message = `第${number}项“${label.replace(/[:：\s]+$/u, '')}”下的单位分工不明，请核对它们的分工。`;
    warnings.push({ code: 'LABEL_UNKNOWN', message, task: number, span });
  }
  return {
    text: found.words.text.replaceAll('\n', ''),
    roles: addCanonicalNames(roles, context.names),
    scope: found.reading.scope.join('；'),
    span,
  };
}

/** Blanks that stand where markup was, inside a Chinese sentence. */
const PAINTED = /(?<=[\u4e00-\u9fff，、。；：])\s{3,}(?=[\u4e00-\u9fff，、。；：])/gu;

/** The paragraphs without the responsibilities; a full stop that only followed the bracket goes with it. */
function contentOf(view: TextView, found: readonly FoundResponsibility[]): string {
  let content = '';
  let at = 0;
  for (const item of found) {
    content += view.text.slice(at, item.start);
    at = item.end;
    const stop = /^[ \t\u00a0\u3000]{0,8}[。；;]/u.exec(view.text.slice(at, at + 10))?.[0];
    if (stop !== undefined && /(?:^|[。；！？”])\s*$/u.test(content.slice(-8))) at += stop.length;
  }
  content += view.text.slice(at);
  return content
    .split('\n')
    .map((line) => line.trim().replaceAll(PAINTED, ''))
    .filter((line) => line !== '')
    .join('\n');
}
