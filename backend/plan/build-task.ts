import type { ReadTask, ReadWarning, Repair, Responsibility } from '#shared/domain/plan-reading.ts';
import { TASK_TITLE_MAX } from '#shared/domain/plan-reading.ts';
import { addCanonicalNames } from './agency-names.ts';
import { withoutBlanks } from './blanks.ts';
import type { ChosenTask } from './choose-tasks.ts';
import { findDues } from './dues.ts';
import type { FoundResponsibility } from './find-responsibilities.ts';
import { findResponsibilities, shorten } from './find-responsibilities.ts';
import { readParagraphs } from './paragraphs.ts';
import type { RuleBook } from './rule-book.ts';
import { NO_CONTEXT, settleRoles } from './settle-roles.ts';
import { findTargets } from './targets.ts';
import type { TextView } from './text-view.ts';
import { spanOf } from './text-view.ts';

type BuildContext = Readonly<{
  number: number;
  section: number;
  year: number;
  rules: RuleBook;
  /** Every known writing of a unit to the directory's name. */
  names: ReadonlyMap<string, string>;
}>;

type BuiltTask = Readonly<{ task: ReadTask; repairs: readonly Repair[]; warnings: readonly ReadWarning[] }>;

/** Reads one task: its text, who is responsible, what is measured, when it is due, and what had to be repaired. */
export function buildTask(source: string, chosen: ChosenTask, context: BuildContext): BuiltTask {
  const { number } = context;
  const { view, repairs: joins } = readParagraphs(source, chosen.block.textStart, chosen.end);
  const found = findResponsibilities(view);
  const repairs: Repair[] = [...joins, ...found.repairs].map((repair) => ({ ...repair, task: number }));
  const warnings: ReadWarning[] = found.warnings.map((warning) => ({ ...warning, task: number }));
  const responsibilities: Responsibility[] = [];
  for (const item of found.responsibilities) {
    responsibilities.push(readResponsibility(view, item, context, warnings));
    for (const part of item.reading.joined) {
      repairs.push({
        kind: 'joined-units',
        before: part.view.text,
        after: item.reading.units
          .map((unit) => unit.name)
          .filter((name) => part.view.text.includes(name))
          .join('、'),
        task: number,
        span: spanOf(part.view),
      });
    }
  }
  const content = contentOf(view, found.responsibilities);
  for (const warning of repairWarnings(number, repairs)) warnings.push(warning);
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
    title: titleOf(content),
    content,
    responsibilities,
    targets: findTargets(view, found.responsibilities),
    dues: findDues(view, context.year),
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
  const { rules } = context;
  const plain = settleRoles(found.reading, NO_CONTEXT);
  const ruled = found.reading.units.length === 0 ? plain : settleRoles(found.reading, rules.context);
  const span = spanOf(view, found.start, found.end);
  const changed = plain.length !== ruled.length || plain.some((role, index) => role.role !== ruled[index]?.role);
  if (changed && !rules.isReported(context.number)) {
    rules.report(context.number);
    warnings.push({
      code: 'RULE_APPLIED',
      message: `第${context.number}项按文件中“${rules.texts.join('；')}”的说明确定责任单位，请核对。`,
      task: context.number,
      span,
    });
  }
  for (const rule of found.reading.rules) {
    rules.add(rule);
    rules.report(context.number);
    warnings.push({
      code: 'RULE_APPLIED',
      message: rule.lasting
        ? `第${context.number}项写明“${rule.text}”，已按此读取本文件其后的责任单位。`
        : `第${context.number}项写明“${rule.text}”，已按此读取本项责任单位。`,
      task: context.number,
      span,
    });
  }
  return {
    text: found.words.text.replaceAll('\n', ''),
    roles: addCanonicalNames(ruled, context.names),
    scope: found.reading.scope.join('；'),
    span,
  };
}

function repairWarnings(task: number, repairs: readonly Repair[]): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  const joins = repairs.filter((repair) => repair.kind === 'page-break');
  const [join] = joins;
  if (join !== undefined) {
    const message = `第${task}项有${joins.length}处句子被分页或换行断开，已接上（${shorten(join.after)}），请核对。`;
    warnings.push({ code: 'TEXT_REPAIRED', message, task, span: join.span });
  }
  for (const repair of repairs) {
    if (repair.kind === 'page-break') continue;
    warnings.push({
      code: 'BRACKET_REPAIRED',
      message: `第${task}项责任括注有误，已由“${shorten(repair.before)}”改读为“${shorten(repair.after)}”，请核对。`,
      task,
      span: repair.span,
    });
  }
  return warnings;
}

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
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The first sentence, or as many of its clauses as fit. */
function titleOf(content: string): string {
  const sentence = withoutBlanks(/^[^。；！？\n]*/u.exec(content)?.[0] ?? '');
  if (sentence.length <= TASK_TITLE_MAX) return sentence;
  const room = sentence.slice(0, TASK_TITLE_MAX + 1);
  const comma = Math.max(room.lastIndexOf('，'), room.lastIndexOf(','), room.lastIndexOf('：'));
  return comma >= 4 ? sentence.slice(0, comma) : `${sentence.slice(0, TASK_TITLE_MAX - 1)}…`;
}
