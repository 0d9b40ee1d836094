import { cellPlace, type RowAndColumn } from '#backend/sheets/xlsx/cell-place.ts';
import { fieldsAsked, type TemplateField, type TemplateMapping } from '#shared/domain/template.ts';
import { referenceOf } from '../cell-reference.ts';
import { chineseDate } from '../layouts/table-words.ts';
import { plainXml } from '../package/scan-tags.ts';
import { escapeXml } from '../package/xml-part.ts';
import type { TemplateFillInput } from './fill-input.ts';
import type { FormBody, FormSheet } from './form-body.ts';
import { periodWords } from './period-words.ts';
import { cellText, wordsIn } from './shared-texts.ts';
import { cellIn, columnNumber, type FormRowAt, inlineIn, valueIn } from './sheet-text.ts';

export type WordsBeside = {
  /** What goes between `<c …>` and `</c>`, by row and column of the sheet as it was. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly notes: readonly string[];
};

type Input = Pick<TemplateFillInput, 'period' | 'year' | 'today' | 'unit' | 'mapping'>;

/**
 * What stands over, under and beside the table and is to say something now: `{{年度}}`, 填报单位：, 填报日期：, last
 * month's period in the title and in heads. Shared words stay as they are, others may use them: the cell gets its own.
 */
export function wordsBeside(form: FormSheet, body: FormBody, input: Input): WordsBeside {
  const { sheet } = form;
  const cells = new Map<number, Map<number, string>>();
  const notes: string[] = [];
  const period = periodWords(input.period);
  const placeholders = valuesOf(input);
  const isDated = datedPlaces(form, body, input.mapping);
  const put = (row: number, column: number, words: string): void => {
    const ofRow = cells.get(row) ?? new Map<number, string>();
    cells.set(row, ofRow.set(column, words));
  };
  const hasPlaceholders = sheet.xml.includes('{{') || form.shared.holds('{{');
  for (const row of sheet.rows) {
    const isBody = row.number >= body.first && row.number <= body.last;
    if (isBody && !hasPlaceholders) continue;
    for (const cell of row.cells) {
      const words = innerWords(form, row, cell.column);
      if (words === null || words.inner === '') continue;
      const text = wordsIn(words.inner);
      const hasPlaceholder = text.includes('{{');
      if (isBody && !hasPlaceholder) continue;
      let next = hasPlaceholder ? withPlaceholders(text, placeholders) : text;
      if (!isBody) {
        if (!isAnsweredBeside(form, input.mapping, row.number, cell.column)) {
          next = answered(next, input, isAlone(form, row, cell.column));
        }
        const named = isDated(row.number, cell.column) ? period(next) : next;
        if (named !== next) {
          notes.push(
            `${referenceOf({ row: row.number, column: cell.column })} 的“${short(next)}”已改为“${short(named)}”。`,
          );
          next = named;
        }
      }
      if (next === text) continue;
      put(row.number, cell.column, inlineWords(sheet.prefix, words.inner, text, next));
    }
  }
  for (const { row, column, answer } of answersBeside(form, input)) {
    put(row, column, inlineWords(sheet.prefix, '', '', answer));
  }
  return { cells, notes };
}

/**
 * Where last month's period is to be this month's: over the heads; in a head of what is told anew, unless the heads tell
 * several months apart.
 */
function datedPlaces(
  form: FormSheet,
  body: FormBody,
  { headRows, columns }: TemplateMapping,
): (row: number, column: number) => boolean {
  const isHead = (row: number): boolean => headRows[0] <= row && row <= headRows[1];
  const told = new Set(
    columns
      .filter(({ field }) => fieldsAsked(field).some((asked) => TOLD_ANEW.has(asked)))
      .map(({ column }) => columnNumber(column)),
  );
  const months = new Set(
    form.sheet.rows
      .filter(({ number }) => isHead(number))
      .flatMap((row) => row.cells.map((cell) => cellText(form.sheet.xml, cell, form.shared)))
      .flatMap((text) => [...text.matchAll(/(\d{1,2})\s*月/gu)].map(([, month]) => Number(month))),
  );
  return (row, column) => row < body.first && (!isHead(row) || (told.has(column) && months.size === 1));
}

const TOLD_ANEW: ReadonlySet<TemplateField> = new Set([
  'status',
  'percent',
  'narrative',
  'problems',
  'nextSteps',
  'targetActual',
]);

function short(text: string): string {
  const plain = text.replace(/\s+/gu, ' ');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

function innerWords({ sheet, shared }: FormSheet, row: FormRowAt, column: number): { readonly inner: string } | null {
  const cell = cellIn(row, column);
  if (cell === undefined) return null;
  if (cell.formulaStart >= 0) return null;
  const inline = inlineIn(sheet.xml, cell);
  if (inline !== null) return { inner: inline };
  const value = valueIn(sheet.xml, cell);
  if (value === null) return null;
  if (cell.type === 's') return { inner: shared.inner(Number(value)) ?? '' };
  return cell.type === 'str' ? { inner: `<t>${value}</t>` } : null;
}

function valuesOf({ period, year, today, unit }: Input): ReadonlyMap<string, string> {
  return new Map([
    ['年度', String(year)],
    ['年份', String(year)],
    ['期', period.title],
    ['期次', period.title],
    ['填报日期', chineseDate(today)],
    ['日期', chineseDate(today)],
    ['填报单位', unit],
    ['单位', unit],
  ]);
}

function withPlaceholders(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{\s*([^{}]+?)\s*\}\}/gu, (whole, name: string) => values.get(name) ?? whole);
}

const UNIT_LABEL =
  /((?:填报|填表|报送|上报)(?:单位|部门)\s*(?:[（(][^）)]{0,12}[）)])?\s*[:：])([\s_＿]*)(?=$|[^\s_＿])/gu;
const DATE_LABEL =
  /((?:填报|填表|报送|上报|制表)(?:日期|时间)\s*[:：])([\s_＿]*(?:(?:20)?(?:\d\d)?[\s_＿]*[年./-][\s_＿]*(?:\d{1,2})?[\s_＿]*[月./-][\s_＿]*(?:\d{1,2})?[\s_＿]*日?)?[\s_＿]*)(?=$|[^\s_＿])/gu;
const WHOLE_DATE = /^20\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?$/u;
/** What may stand behind an answer that is still to be given: nothing, or the next label. */
const NEXT_LABEL = /^(?:[\p{Script=Han}]{2,8}\s*(?:[（(][^）)]*[）)])?\s*[:：]|[（(](?:盖章|公章|签章)[）)])/u;

/** Labels with nothing behind them get their answer; last month's day is none. */
function answered(text: string, { unit, today }: Input, isAlone: boolean): string {
  return behindLabel(behindLabel(text, UNIT_LABEL, unit, isAlone), DATE_LABEL, chineseDate(today), isAlone);
}

/** Blanks that an answer takes up are taken away, so that the labels behind it stay in their places. */
function behindLabel(text: string, pattern: RegExp, answer: string, isAlone: boolean): string {
  return text.replace(pattern, (whole: string, label: string, blanks: string, at: number) => {
    const rest = text.slice(at + whole.length);
    if (rest === '' ? !isAlone : !NEXT_LABEL.test(rest)) return whole;
    const room = [...blanks].length - [...answer].length * 2;
    return label + answer + (rest === '' ? '' : ' '.repeat(Math.max(2, room)));
  });
}

/** Cells beside a label that wait for its answer, as the mapping says, where they are there and say nothing yet. */
function answersBeside(
  form: FormSheet,
  { mapping, unit, today }: Input,
): readonly (RowAndColumn & { readonly answer: string })[] {
  return (mapping.labels ?? []).flatMap(({ asks, cell, answerCell }) => {
    const place = cellPlace(answerCell);
    const answer = asks === 'unit' ? unit : asks === 'date' ? chineseDate(today) : null;
    if (place === undefined || answer === null || cell === answerCell) return [];
    const there = cellIn(form.sheet.rowAt(place.row), place.column);
    if (there === undefined || there.formulaStart >= 0) return [];
    const said = cellText(form.sheet.xml, there, form.shared).trim();
    return said === '' || (asks === 'date' && WHOLE_DATE.test(said)) ? [{ ...place, answer }] : [];
  });
}

function isAnsweredBeside(form: FormSheet, mapping: TemplateMapping, row: number, column: number): boolean {
  const name = referenceOf({ row, column });
  return (mapping.labels ?? []).some(({ cell, answerCell }) => {
    const place = cellPlace(answerCell);
    return (
      cell === name &&
      answerCell !== cell &&
      place !== undefined &&
      cellIn(form.sheet.rowAt(place.row), place.column) !== undefined
    );
  });
}

/** Whether nothing stands in the next cell to the right that would be the label's answer; another label is none. */
function isAlone({ sheet, merges, shared }: FormSheet, row: FormRowAt, column: number): boolean {
  const next = (merges.at(row.number, column)?.right ?? column) + 1;
  const said = cellText(sheet.xml, cellIn(row, next), shared).trim();
  return said === '' || /[:：]/u.test(said);
}

const RUN = /<((?:\w+:)?r)>([\s\S]*?)<\/\1>/gu;
const RUN_WORDS = /<((?:\w+:)?t)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/u;

/**
 * The new words as a cell's own, in the looks of the old ones where they had several: what is the same at the beginning
 * and the end keeps its runs, what changed has the look of the run it begins in.
 */
function inlineWords(prefix: string, inner: string, before: string, after: string): string {
  const open = (words: string): string => `<${prefix}t xml:space="preserve">${escapeXml(words)}</${prefix}t>`;
  const runs = [...inner.matchAll(RUN)].map(([, , run = '']) => ({
    look: run.replace(RUN_WORDS, ''),
    words: plainXml(RUN_WORDS.exec(run)?.[2] ?? ''),
  }));
  const isWhole = runs.map(({ words }) => words).join('') === before;
  // Runs of a part that writes its names in another way cannot be taken over.
  const isForeign = runs.some(({ look }) => (/<((?:\w+:)?)\w/u.exec(look)?.[1] ?? prefix) !== prefix);
  if (runs.length < 2 || !isWhole || isForeign) return `<${prefix}is>${open(after)}</${prefix}is>`;
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  const changedEnd = before.length - tail;
  let at = 0;
  let isPut = false;
  const pieces = runs.map(({ look, words }) => {
    const [from, until] = [at, at + words.length];
    at = until;
    let own = words.slice(0, Math.max(0, head - from));
    if (!isPut && (until > head || until === before.length)) {
      own += after.slice(head, after.length - tail);
      isPut = true;
    }
    own += words.slice(Math.max(0, Math.min(words.length, changedEnd - from)));
    return own === '' ? '' : `<${prefix}r>${look}${open(own)}</${prefix}r>`;
  });
  return `<${prefix}is>${pieces.join('')}</${prefix}is>`;
}
