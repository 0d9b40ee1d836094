import { type TemplateHead, templateHeadOf } from '#backend/sheets/read-template-head.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import { asOneLine } from './template-cells.ts';

/** What stands over one column of a form, and what it says alone. */
export type ColumnRead = {
  readonly column: number;
  /** All rows of it, from above: 责任单位/牵头. Empty over a column that has none. */
  readonly head: string;
  readonly reading: TemplateHead | undefined;
  /** The head is merged over several columns, and nothing below tells them apart: the first of them. */
  readonly sharedFrom: number | null;
};

type Part = { readonly text: string; readonly isWide: boolean };

/** The heads over the columns, all their rows taken together. */
export function columnHeads(rows: readonly RowRead[], first: number, last: number): readonly ColumnRead[] {
  const block = rows.filter(({ number }) => number >= first && number <= last);
  const columns = [...new Set(block.flatMap(({ cells }) => [...cells.keys()]))].toSorted((a, b) => a - b);
  return columns.flatMap((column) => {
    const parts: Part[] = [];
    let sharedFrom: number | null = null;
    for (const { number, cells } of block) {
      const cell = cells.get(column);
      if (cell === undefined || (cell.originRow < number && cell.originRow >= first)) continue;
      const text = asOneLine(cell.text);
      if (text === '') continue;
      const isWide = cell.originColumn !== column || cells.get(column + 1)?.originColumn === column;
      sharedFrom = isWide ? cell.originColumn : null;
      if (parts.at(-1)?.text !== text) parts.push({ text, isWide });
    }
    if (parts.length === 0) return [];
    const head = parts.map(({ text }) => text).join('/');
    return [{ column, head, reading: readParts(parts.map(({ text }) => text)), sharedFrom }];
  });
}

/** Short words that only say what kind of thing it is; the head above says of what: 牵头 over 单位. */
const GENERIC_LENGTH_MAX = 2;
/** 定性描述 below 进展情况: the words of it. */
const OF_WORDS = /^(?:定性|文字)?(?:情况|描述|说明|内容|表述)?(?:描述|说明)?$/u;
const MONTH = /^(?:20\d\d年)?\d{1,2}(?:[-—~至]\d{1,2})?月(?:份|底|末)?$|^第?[一二三四]季度$|^[上下]半年$/u;

/** 本期报送（项）: what stands below is counted. */
const COUNTED = /[（(]\s*(?:单位\s*[：:]\s*)?(?:项|个|件|次|条|篇|份|起|处|户|家|人|批次?|人次)\s*[）)]/u;
const OF_NUMBERS: readonly TemplateField[] = [
  'target',
  'targetName',
  'targetValue',
  'targetActual',
  'percent',
  'number',
];

function readParts(parts: readonly string[]): TemplateHead | undefined {
  const read = readWords(parts);
  const isCounted = parts.some((part) => COUNTED.test(part));
  if (!isCounted || read === undefined || read.fields.every((field) => OF_NUMBERS.includes(field))) return read;
  return { fields: [], sure: false, doubt: '这一列问的是数量，不是文字；要不要填请核对' };
}

/** 责任单位及责任人 over 单位. */
const OF_UNITS: readonly TemplateField[] = ['lead', 'responsible', 'cooperating'];

function readWords(parts: readonly string[]): TemplateHead | undefined {
  const below = parts.at(-1) ?? '';
  const above = parts.slice(0, -1);
  const alone = templateHeadOf(below);
  const over = above.at(-1);
  if (over === undefined) return alone;
  const overHead = templateHeadOf(over);
  if (above.some((part) => templateHeadOf(part)?.fields.includes('earlier'))) {
    const isWords = alone === undefined || alone.fields.includes('narrative') || alone.fields.includes('earlier');
    return isWords
      ? { fields: ['earlier'], sure: true, doubt: '' }
      : { fields: ['earlier'], sure: false, doubt: '这一列是上一期的数' };
  }
  if (MONTH.test(below)) {
    return overHead && { ...overHead, sure: false, doubt: `按月分列：“${below}”只填这一期的` };
  }
  const role = overHead?.fields.find((field) => OF_UNITS.includes(field));
  if (role !== undefined && alone?.fields[0] === 'unit') return { fields: [role], sure: true, doubt: '' };
  const together = templateHeadOf(over + below);
  if (together?.sure === true && (below.length <= GENERIC_LENGTH_MAX || alone?.sure !== true)) {
    // 责任领导 over 姓名: whose name it is stands above.
    return together;
  }
  if (alone?.fields[0] === 'person' && overHead?.fields[0] === 'leader') return overHead;
  if (overHead?.fields[0] === 'narrative' && OF_WORDS.test(below)) return overHead;
  if (alone !== undefined) return alone;
  if (overHead === undefined || overHead.fields.length === 0) return together ?? overHead;
  return { ...overHead, sure: false, doubt: `表头“${over}”下面的“${below}”没有认出` };
}
