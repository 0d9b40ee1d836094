import { cellName } from '#backend/sheets/cell-name.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import type { TemplateAsk, TemplateLabel } from '#shared/domain/template.ts';
import { asOneLine, type FormCell, lastColumnOf, ownIn } from './template-cells.ts';

/** What stands above and below the table. */
export type AroundTable = {
  readonly titleCell: string | null;
  readonly unitCell: string | null;
  readonly labels: readonly TemplateLabel[];
};

const SEAL = '(?:\\s*[（(【〔][^）)】〕]{0,12}[）)】〕])?';
/** Of several that fit at one place the first counts: 单位负责人： is no 单位：. */
const LABELS: readonly (readonly [TemplateAsk, RegExp])[] = [
  ['leader', /(?:单位|部门)?(?:主要|分管|主管)?(?:负\s*责\s*人|领\s*导)(?:签[字名]|审[签核])?|签\s*发\s*人?/u],
  ['checker', /审\s*[核批]\s*人?|复\s*核\s*人?/u],
  ['reporter', /(?:填\s*报|填\s*表|制\s*表|经\s*办|报\s*送|上\s*报|联\s*[系络])\s*人员?(?:姓名)?|制\s*表(?=\s*[：:])/u],
  ['telephone', /(?:联系|办公|固定|移动|填报人|经办人)*(?:电\s*话|手\s*机)(?:号码?)?|联系方式/u],
  ['date', /(?:填\s*报|填\s*表|报\s*送|上\s*报|制\s*表|填\s*写|统\s*计)?\s*(?:日\s*期|时\s*间)/u],
  [
    'unit',
    /(?:填\s*报|报\s*送|上\s*报|填\s*表|编\s*报|报\s*告|编\s*制|制\s*表|填\s*写)?\s*(?:单\s*位|部\s*门)(?:\s*名\s*称)?/u,
  ],
];
const ANY_LABEL = new RegExp(
  LABELS.map(([ask, { source }]) => `(?<${ask}>(?:${source})${SEAL}\\s*[：:])`).join('|'),
  'gu',
);
/** 单位：万元 says in what is counted. */
const MEASURE =
  /^\s*(?:人民币)?[百千万亿]*(?:元|户|人次?|个|家|吨|亩|公里|平方米|项|次|批次?|件|%|％|台|辆|公斤|千克)/u;
const PLACEHOLDERS: readonly (readonly [TemplateAsk, RegExp])[] = [
  ['unit', /\{\{\s*填报单位\s*\}\}/u],
  ['date', /\{\{\s*填报(?:日期|时间)\s*\}\}/u],
  ['reporter', /\{\{\s*填报人\s*\}\}/u],
  ['telephone', /\{\{\s*联系电话\s*\}\}/u],
];
/** A label in a cell of its own, without a colon: the answer goes beside it. */
const UNIT_ALONE = /^(?:填\s*报|报\s*送|上\s*报|填\s*表)\s*(?:单\s*位|部\s*门)(?:\s*[（(][^）)]{0,12}[）)])?$/u;
const DATE_ALONE = /^(?:填\s*报|报\s*送|上\s*报|填\s*表|制\s*表)\s*(?:日\s*期|时\s*间)$/u;
/** A day to be filled in: 　年　月　日, 2021年　月　日. */
const BLANK_DAY = /^(?:20\d{2})?[\s\u{3000}_]*年[\s\u{3000}_]*月[\s\u{3000}_]*日$/u;
const ANNEX = /^附\s*[件表录]\s*[\d一二三四五六七八九十]*(?:[-—]\d+)?\s*[：:]?$/u;
const TITLE_END = /(?:表|台账|清单|一览|统计|情况|汇总|方案|总结)(?:\s*[（(][^）)]*[）)])*$/u;

/**
 * Finds the title, the unit line and whatever else beside the table asks for an answer.
 *
 * @param rows of the sheet
 * @param firstHead row of the first heads; what stands above is looked through from above
 * @param foot first row below the body, or `null`
 */
export function readAround(rows: readonly RowRead[], firstHead: number, foot: number | null): AroundTable {
  const above = rows.filter(({ number }) => number < firstHead);
  const below = foot === null ? [] : rows.filter(({ number }) => number >= foot).slice(0, 20);
  const labels = [...above, ...below].flatMap(labelsIn);
  return { titleCell: titleIn(above), unitCell: labels.find(({ asks }) => asks === 'unit')?.cell ?? null, labels };
}

/** Whether a cell only asks for something that is told beside the table. */
export function isLabelAlone(text: string): boolean {
  return UNIT_ALONE.test(text) || BLANK_DAY.test(text) || labelsInText(text).length > 0;
}

function labelsIn(row: RowRead): readonly TemplateLabel[] {
  const own = ownIn(row);
  return own.flatMap((cell, index) => {
    const place = cellName(row.number, cell.column);
    if (BLANK_DAY.test(cell.text)) return [{ asks: 'date' as const, cell: place, label: '', answerCell: place }];
    const placed = PLACEHOLDERS.filter(([, word]) => word.test(cell.text));
    if (placed.length > 0) {
      return placed.map(([asks, word]) => ({
        asks,
        cell: place,
        label: word.exec(cell.text)?.[0] ?? '',
        answerCell: place,
      }));
    }
    const alone = UNIT_ALONE.test(cell.text) ? 'unit' : DATE_ALONE.test(cell.text) ? 'date' : null;
    if (alone !== null) {
      const beside =
        answerBeside(row, cell, own[index + 1]) ?? cellName(row.number, lastColumnOf(row, cell.column) + 1);
      return [{ asks: alone, cell: place, label: asOneLine(cell.text), answerCell: beside }];
    }
    const found = labelsInText(cell.text);
    return found.map(({ asks, label, isLast }) => {
      const next = isLast && found.length === 1 ? answerBeside(row, cell, own[index + 1]) : null;
      return { asks, cell: place, label, answerCell: next ?? place };
    });
  });
}

type LabelFound = { readonly asks: TemplateAsk; readonly label: string; readonly isLast: boolean };

function labelsInText(text: string): readonly LabelFound[] {
  const found: LabelFound[] = [];
  for (const match of text.matchAll(ANY_LABEL)) {
    const asks = LABELS.find(([ask]) => match.groups?.[ask] !== undefined)?.[0];
    const rest = text.slice(match.index + match[0].length);
    if (asks === undefined || (asks === 'unit' && MEASURE.test(rest))) continue;
    found.push({ asks, label: asOneLine(match[0]), isLast: rest.trim() === '' });
  }
  return found;
}

/** Last month's answer stands right beside its label. */
function answerBeside(row: RowRead, { column }: FormCell, next: FormCell | undefined): string | null {
  if (next === undefined || next.column !== lastColumnOf(row, column) + 1) return null;
  return labelsInText(next.text).length > 0 ? null : cellName(row.number, next.column);
}

function titleIn(above: readonly RowRead[]): string | null {
  let best: { readonly place: string; readonly score: number } | null = null;
  for (const row of above) {
    for (const { column, text } of ownIn(row)) {
      const line = asOneLine(text);
      const isNone =
        ANNEX.test(line) ||
        labelsInText(text).length > 0 ||
        BLANK_DAY.test(text) ||
        (line.length < 2 && !TITLE_END.test(line));
      if (isNone || /^[（(].*[）)]$/u.test(line) || MEASURE.test(line.replace(/^[（(]?单位[：:]/u, ''))) continue;
      const width = lastColumnOf(row, column) - column + 1;
      const score = (TITLE_END.test(line) ? 100 : 0) + Math.min(width, 60) + (line.length > 80 ? -150 : 0);
      if (best === null || score > best.score) best = { place: cellName(row.number, column), score };
    }
  }
  return best !== null && best.score > -100 ? best.place : null;
}
