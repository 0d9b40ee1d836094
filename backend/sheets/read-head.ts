import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { Field } from './head-fields.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Longer words are titles or sentences for whoever must not mistake a row of data for heads. */
const WORD_LENGTH_MAX = 16;
/** Longer words are no heads for anybody. */
const LOOSE_LENGTH_MAX = 30;
/** With what stands around a head, such as instructions in brackets. */
const WRITTEN_LENGTH_MAX = 1000;
/** Words long enough to be recognised inside a longer head: 截至10月底工作进展情况. */
const NAMED_LENGTH_MIN = 4;
/** Titles say 任务 and 责任 too. */
const TITLE = /(?:表|台账|清单|方案|一览)$/u;
/** 填报单位： is a label with room to write behind it. */
const LABEL = /[：:]\s*$/u;

const BY_WORD = new Map(VOCABULARY.flatMap(({ field, words }) => words.map((word) => [word, field] as const)));
const NAMED = [...BY_WORD]
  .filter(([word]) => word.length >= NAMED_LENGTH_MIN)
  .toSorted(([a], [b]) => b.length - a.length);

/** How sure a reading is: the whole head is in the vocabulary; it holds such words; it holds them in a long or odd text. */
type Confidence = 'exact' | 'contained' | 'loose';

type Reading = {
  readonly field: Field;
  readonly confidence: Confidence;
  /** All fields whose usual words stand in a head that is no such word itself. */
  readonly named: readonly Field[];
};

/** Columns are numbered like paragraphs: 7.进展情况. */
const CIRCLED_NUMBER = /^\s*[\u2460-\u2473]/u;
const COLUMN_NUMBER = /^\s*\d{1,2}\s*[.、)]\s*(?=\p{Script=Han})/u;

/** A head without its number, brackets, stars, blanks, line breaks and full width: 牵 头 单 位（列首位） is 牵头单位. */
export function plainHead(text: string): string {
  const bare = text.replace(CIRCLED_NUMBER, '').normalize('NFKC').replace(COLUMN_NUMBER, '');
  return withoutBrackets(bare).replace(/[\p{P}\p{S}\s]/gu, '');
}

/** Behind the last bracket that closes none is looked for: twenty thousand that open would each look through the rest. */
function withoutBrackets(text: string): string {
  const end = Math.max(...[')', '〕', '】', ']'].map((closing) => text.lastIndexOf(closing))) + 1;
  return text.slice(0, end).replace(/[(〔【[].*?[)〕】\]]/gsu, '') + text.slice(end);
}

function readWord(word: string): Reading | undefined {
  if (word === '' || word.length > LOOSE_LENGTH_MAX || TITLE.test(word)) return undefined;
  const exact = BY_WORD.get(word);
  if (exact !== undefined) return { field: exact, confidence: 'exact', named: [] };
  let rest = word;
  const named = new Set<Field>();
  for (const [part, field] of NAMED) {
    if (!rest.includes(part)) continue;
    rest = rest.replace(part, ' ');
    named.add(field);
  }
  const like = word.length > WORD_LENGTH_MAX ? undefined : VOCABULARY.find((heads) => heads.like?.test(word))?.field;
  if (like !== undefined) return { field: like, confidence: 'contained', named: [...named] };
  const [first] = named;
  return first === undefined ? undefined : { field: first, confidence: 'loose', named: [...named] };
}

/** The parts of a report that people like to ask for in one column. */
const REPORT_PARTS = ['narrative', 'problems', 'nextSteps'] as const satisfies readonly ProgressField[];
const PART_WORDS = REPORT_PARTS.map((part) => ({ part, like: VOCABULARY.find(({ field }) => field === part)?.like }));

/** Those parts in a head, as they stand in it. */
function partsIn(word: string): readonly ProgressField[] {
  return PART_WORDS.map(({ part, like }) => ({ part, at: like?.exec(word)?.index ?? -1 }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)
    .map(({ part }) => part);
}

/** 进展和问题: no usual word of either, and still two things. */
function asksForSeveral(text: string, named: readonly Field[]): boolean {
  if (named.length > 0) return named.length > 1;
  return partsIn(plainHead(text)).length > 1;
}

const readText = (text: string): Reading | undefined =>
  text.length > WRITTEN_LENGTH_MAX ? undefined : readWord(plainHead(text));

/** What a column holds for the reader of a plan's table. */
export type PlanColumn =
  | 'number'
  | 'section'
  /** 重点任务 beside 工作措施: a heading over several rows, or each row's short name. */
  | 'group'
  | 'task'
  | 'lead'
  | 'responsible'
  | 'cooperating'
  | 'target'
  | 'due'
  /** Known, and no part of a plan: leaders, remarks, telephones, progress. */
  | 'other';

const PLAN_COLUMNS: Readonly<Partial<Record<Field, PlanColumn>>> = {
  number: 'number',
  section: 'section',
  group: 'group',
  task: 'task',
  measures: 'task',
  lead: 'lead',
  responsible: 'responsible',
  responsibility: 'responsible',
  unit: 'responsible',
  cooperating: 'cooperating',
  target: 'target',
  due: 'due',
};

/**
 * What a column of a plan's table holds, by its head. A head that names several things (责任单位及分工) is read by what
 * comes first in the vocabulary, because the words in the cells tell the rest.
 *
 * @param text the head as written: 牵头单位（列首位）, 完 成 时 限, 责任单位及分工
 * @returns `undefined` for what is no head of a plan table
 */
export function planColumnOf(text: string): PlanColumn | undefined {
  if (LABEL.test(text)) return undefined;
  const reading = readText(text);
  if (reading === undefined || reading.confidence === 'loose') return undefined;
  return PLAN_COLUMNS[reading.field] ?? 'other';
}

/** What a column holds for the reader of a returned form or a ledger. `agency`: whose row it is. */
export type ReturnColumn = 'number' | 'section' | 'group' | 'task' | 'task-id' | 'agency' | ProgressField;

const RETURN_COLUMNS: Readonly<Partial<Record<Field, ReturnColumn>>> = {
  number: 'number',
  section: 'section',
  group: 'group',
  task: 'task',
  'task-id': 'task-id',
  measures: 'nextSteps',
  agency: 'agency',
  unit: 'agency',
  responsible: 'agency',
  lead: 'agency',
  ...Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, field])),
};

/**
 * How sure the meaning of a head is: it is a usual one; it is a usual one with words around that change nothing
 * (本月进展情况, 截至10月底工作进展); it only holds words of a usual one.
 */
export type HeadSureness = 'exact' | 'dressed' | 'contained';

/** `column`: `null` for a head that is known and that no return is read by, `several` for two things in one column. */
export type ReturnHead = {
  readonly column: ReturnColumn | 'several' | null;
  readonly sureness: HeadSureness;
  /** The word's own field, where readers of returns take several for one. */
  readonly field: Field;
  /** Of a head that asks for several things (存在问题及下步措施) which parts of a report they are, as they stand in it. */
  readonly parts?: readonly ProgressField[];
};

/** Words before a usual head that say when, or whose, and nothing else. */
const DRESS_BEFORE =
  /^(?:截[至止](?:到)?|到|目前|当前|现在|今日|日前|迄今|本[月期次季旬周年](?:度|底|末)?|当[月期]|今年|(?:20\d{2}年?)?\d{1,2}月(?:份|底|末|\d{1,2}[日号])?|\d{1,2}[日号]|20\d{2}年度?|实际|累计|总|最新|近期|最近|主要|总体|具体|简要|我(?:局|委|办|镇|乡|单位|部门)|[本各](?:局|单位|部门)|请填写?|填写|的)+/u;
const DRESS_AFTER = /(?:必填|选填|填写|填报|简述|说明|描述|简介|概述|一栏|栏)+$/u;

function readDressed(word: string): Field | undefined {
  if (word.length > LOOSE_LENGTH_MAX) return undefined;
  const bare = word.replace(DRESS_BEFORE, '');
  return BY_WORD.get(bare) ?? BY_WORD.get(bare.replace(DRESS_AFTER, '')) ?? BY_WORD.get(word.replace(DRESS_AFTER, ''));
}

/**
 * The field of a usual head, alone or with words around that change nothing: what {@link returnHeadOf} finds beyond
 * `contained`, and quick to tell of the many cells that are none.
 */
export function usualFieldOf(text: string): Field | undefined {
  if (text.length > WRITTEN_LENGTH_MAX) return undefined;
  const word = plainHead(text);
  if (word === '' || word.length > LOOSE_LENGTH_MAX || TITLE.test(word)) return undefined;
  const exact = BY_WORD.get(word);
  if (exact !== undefined) return exact;
  const dressed = readDressed(word);
  return dressed !== undefined && readWord(word) !== undefined ? dressed : undefined;
}

/** Fields that a head names as another thing than the words it holds. */
const OTHER_THINGS: ReadonlySet<Field> = new Set(['person', 'earlier', 'due', 'other']);

/**
 * What a column of a return holds, by its head. One column that asks for two things is not taken for either.
 *
 * @param text the head as written: 进展情况（必填）, 截至10月底工作进展
 * @returns `undefined` for what is no head
 */
export function returnHeadOf(text: string): ReturnHead | undefined {
  const reading = readText(text);
  if (reading === undefined) return undefined;
  const { field, confidence, named } = reading;
  if (confidence === 'exact') return { column: RETURN_COLUMNS[field] ?? null, sureness: 'exact', field };
  const dressed = readDressed(plainHead(text));
  if (dressed !== undefined) return { column: RETURN_COLUMNS[dressed] ?? null, sureness: 'dressed', field: dressed };
  if (OTHER_THINGS.has(field)) return { column: null, sureness: 'contained', field };
  if (asksForSeveral(text, named)) {
    return { column: 'several', sureness: 'contained', field, parts: partsIn(plainHead(text)) };
  }
  const meant = named[0] ?? field;
  return { column: RETURN_COLUMNS[meant] ?? null, sureness: 'contained', field: meant };
}

/** The usual head of a column, for notes to people. */
export function usualHead(column: ReturnColumn): string {
  return VOCABULARY.find(({ field }) => field === column)?.words[0] ?? column;
}
