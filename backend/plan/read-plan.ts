import type { PlanReading, ReadSection, ReadWarning, Span } from '#shared/domain/plan-reading.ts';
import { AppError } from '#shared/errors.ts';
import { aliasIndex } from './agency-names.ts';
import { buildTask } from './build-task.ts';
import type { Choice } from './outline/choose-tasks.ts';
import { chooseTasks, headingOf } from './outline/choose-tasks.ts';
import { readHead } from './outline/document-head.ts';
import { withoutFurniture } from './outline/furniture.ts';
import { numberTasks } from './outline/number-tasks.ts';
import { chooseParagraphs } from './outline/plain-paragraphs.ts';
import type { BodyBlock } from './outline/plan-body.ts';
import { readBody } from './outline/plan-body.ts';
import type { ReadOptions } from './read-phrase.ts';
import { RuleBook } from './roles/rule-book.ts';
import { widthWarnings } from './text/repairs.ts';
import { agencyWarnings, leadWarnings } from './warnings.ts';

type PlanOptions = ReadOptions & Readonly<{ refusedRepairs?: readonly Span[] | undefined }>;

/**
 * Reads an official work plan:
 *
 *   text → numbered blocks → the level that holds tasks → responsibilities → roles
 *
 * Every part keeps its span in `source`; every repair and every doubt is reported, none is silent.
 *
 * @param source the document as pasted or decoded (any line endings, with or without the covering notice)
 * @param options.directory names and confirmed aliases of the county's agencies
 * @param options.refusedRepairs spans of repairs, as an earlier reading of the same text gave them, that are not wanted:
 *   the text stays as written there, the repair is listed as refused, and the tasks stay the same ones
 * @throws AppError PLAN_NO_TASKS when nothing in the text looks like a task
 */
export function readPlan(source: string, options: PlanOptions = {}): PlanReading {
  const text = withoutFurniture(source);
  const body = readBody(text);
  const numbered = chooseTasks(text, body.blocks);
  const namesUnits = body.blocks.some((block) => block.count > 0);
  const plain = namesUnits ? undefined : chooseParagraphs(text);
  const choice = plain === undefined ? numbered : plain;
  if (choice.tasks.length === 0) throw new AppError('PLAN_NO_TASKS');

  const headEnd = plain === undefined ? body.headEnd : (choice.tasks[0]?.block.start ?? 0);
  const tailStart = plain === undefined ? body.tailStart : (choice.tasks.at(-1)?.end ?? text.length);
  const head = readHead(text, headEnd, tailStart);
  const sections = readSections(text, choice);
  const { numbers, warnings: numberWarnings } = numberTasks(choice.tasks, sections.ordinalOfBlock);
  const rules = new RuleBook(text, commentsEnd(text), headEnd, tailStart);
  const names = aliasIndex(options.directory);
  const refused = new Set(options.refusedRepairs?.map(keyOf));
  const built = choice.tasks.map((chosen, position) =>
    buildTask(text, chosen, {
      number: numbers[position] ?? position + 1,
      section: sections.sectionOf(chosen.block.index, chosen.parent),
      year: head.year,
      rules,
      names,
      isRefused: (repair) => refused.has(keyOf(repair.span)),
    }),
  );
  const tasks = built.map((entry) => entry.task);
  const repairs = built.flatMap((entry) => entry.repairs);
  return {
    ...head,
    sections: sections.list,
    tasks,
    rules: [...rules.rules],
    repairs,
    warnings: [
      ...numberWarnings,
      ...built.flatMap((entry) => entry.warnings),
      ...widthWarnings(repairs),
      ...choice.background.map((block) => backgroundWarning(text, block)),
      ...leadWarnings(tasks),
      ...agencyWarnings(tasks, options.directory),
    ],
  };
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function backgroundWarning(text: string, block: BodyBlock): ReadWarning {
  return {
    code: 'NO_RESPONSIBILITY',
    message: `“${headingOf(text, block).slice(0, 20)}”部分没有责任单位，按说明文字处理，未列为任务。`,
    span: { start: block.start, end: block.end },
  };
}

/** Lines that start with # at the very top say where a copy comes from; they are no part of the document. */
function commentsEnd(text: string): number {
  let end = 0;
  while (text.charAt(end) === '#') {
    const next = text.indexOf('\n', end);
    if (next < 0) return text.length;
    end = next + 1;
  }
  return end;
}

type Sections = Readonly<{
  list: ReadSection[];
  ordinalOfBlock: ReadonlyMap<number, number>;
  sectionOf: (block: number, parent: number) => number;
}>;

function readSections(text: string, choice: Choice): Sections {
  const ordinalOfBlock = new Map(choice.sections.map((block, position) => [block.index, position + 1] as const));
  const list = choice.sections.map((block, position) => ({
    ordinal: position + 1,
    title: sectionTitle(headingOf(text, block)),
    span: { start: block.start, end: block.end },
  }));
  return {
    list,
    ordinalOfBlock,
    sectionOf: (block, parent) => ordinalOfBlock.get(block) ?? ordinalOfBlock.get(parent) ?? 0,
  };
}

/** The heading without a bracket that names units, its closing mark, and the blanks that spread two characters (总　则). */
function sectionTitle(heading: string): string {
  return heading
    .replace(
      /[（(〔［[][^（()）〔〕［］[\]]{0,200}(?:负责|牵头|配合|落实|(?:单位|部门|领导|责任人)[^（()）]{0,200})[）)〕］\]]$/u,
      '',
    )
    .replace(/[：:，。；]+$/u, '')
    .trim()
    .replace(/^(\S)\s+(\S)$/u, '$1$2');
}
