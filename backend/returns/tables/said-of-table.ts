import type { SaidOfTable } from '#backend/returns/parsed-return.ts';
import { cleanText } from '#backend/returns/values/read-fields.ts';
import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import { periodsInText } from './periods-in-text.ts';
import { isLabel, plainUnit, unitLineIn, unitsInName } from './units-in-text.ts';

/** Words that make a line above the heads an instruction. */
const HELP = /^(?:填[表报写]说明|说明|注意事项|备注|注|要求|填报要求)|请|不要|不得|须|务必/u;
const REPORTER =
  /(?:填报|填表|联系|经办|制表)人(?:员|姓名)?(?:[及和、/](?:联系)?(?:电话|方式))?\s*(?:[（(][^）)]*[）)])?\s*[:：]?/u;
const PHONE_LABEL = /(?:联系|办公|填报人)?(?:电话|手机号?码?|联系方式)\s*(?:[（(][^）)]*[）)])?\s*[:：]?/u;
const PHONE =
  /(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-—－\s]?\d{7,8}(?:[-转]\d{1,6})?|(?<!\d)\d{7,8}(?!\d)/u;
const NAME_END =
  /[\n:：]|(?:审核|审批|联系|负责|制表|填报|填表|报送)人|(?:分管|主管|主要)?(?:领导|负责人)|(?:联系|办公)?(?:电话|手机|方式)|(?:填报|填表|报送)?(?:日期|时间)|签字|\d/u;

/** Texts of some rows, one per own cell, row by row. */
function textsOf(rows: readonly RowRead[]): readonly (readonly string[])[] {
  return rows.map(({ number, cells }) =>
    [...cells]
      .filter(([column, cell]) => cell.originColumn === column && cell.originRow === number)
      .map(([, { text }]) => cleanText(text))
      .filter((text) => text !== ''),
  );
}

function unitsOf(lines: readonly (readonly string[])[]): readonly string[] {
  return lines.flatMap((texts) =>
    texts.flatMap((text, index) => {
      const line = unitLineIn(text);
      if (line === undefined) return [];
      if (line.unit !== '') return [line.unit];
      const next = texts[index + 1];
      return next === undefined || isLabel(next) || /单位[:：]\s*\S/u.test(text) ? [] : [plainUnit(next)];
    }),
  );
}

/** 李文：3031234 looks like a label with its value, and is who fills in with the number. */
function isPersonWithPhone(text: string): boolean {
  return PHONE.test(text) && !/人|领导|单位|部门|日期|时间|电话|手机|方式/u.test(text);
}

/** A value behind its label, in the same cell or in the next. */
function behindLabel(lines: readonly (readonly string[])[], label: RegExp, read: (text: string) => string): string {
  for (const texts of lines) {
    for (const [index, text] of texts.entries()) {
      const match = label.exec(text);
      if (match === null) continue;
      const here = read(text.slice(match.index + match[0].length));
      if (here !== '') return here;
      const next = texts[index + 1];
      const atEnd = text.slice(match.index + match[0].length).trim() === '';
      if (atEnd && next !== undefined && (!isLabel(next) || isPersonWithPhone(next))) {
        const there = read(next);
        if (there !== '') return there;
      }
    }
  }
  return '';
}

const nameIn = (text: string): string => {
  const name = (text.replace(PHONE, '\n').split(NAME_END)[0] ?? '').replace(/[\s\u{3000}_＿（）()]+/gu, '');
  return /^[\p{Script=Han}·A-Za-z、,，]{1,20}$/u.test(name) ? name : '';
};
const phoneIn = (text: string): string => PHONE.exec(text)?.[0].trim() ?? '';
/** A name in the telephone's own cell: 李文：3031234. */
const nameBeforePhone = (text: string): string => {
  const phone = PHONE.exec(text);
  return phone === null ? '' : nameIn(text.slice(0, phone.index));
};

/** Who filled it in and the telephone, wherever on the sheet the labels stand. */
function reporterOf(lines: readonly (readonly string[])[]): Pick<SaidOfTable, 'reporter' | 'phone'> {
  const reporter = behindLabel(lines, REPORTER, nameIn);
  const labelled = behindLabel(lines, PHONE_LABEL, phoneIn);
  // 填报人：张某 139…: the number behind the name needs no label, nor does the name before the number: 电话：张某 139….
  return {
    reporter: reporter || behindLabel(lines, PHONE_LABEL, nameBeforePhone),
    phone: labelled || behindLabel(lines, REPORTER, phoneIn),
  };
}

function planTitleIn(texts: readonly string[]): string {
  const titles = texts.flatMap((text) => [...text.matchAll(/《([^》]+)》/gu)].map((match) => (match[1] ?? '').trim()));
  return titles.find((title) => /工作|安排|方案|要点|计划|任务|通知/u.test(title)) ?? titles[0] ?? '';
}

type Source = SaidOfTable['periods'][number]['source'];

/**
 * Gathers the words around a table that may say whose it is and for which period: title, unit line and help above the
 * heads, lines at the foot, the sheet's tab, the file's name. Nothing is understood here beyond where it stands.
 *
 * @param above rows over the heads
 * @param foot rows below the tasks that are no tasks
 */
export function saidOfTable(
  above: readonly RowRead[],
  foot: readonly RowRead[],
  { name }: Pick<SheetRead, 'name'>,
  file: string,
): SaidOfTable {
  const lines = textsOf(above);
  const footLines = textsOf(foot);
  const texts = lines.flat();
  const isUnitRow = (row: readonly string[]): boolean => row.some((text) => unitLineIn(text) !== undefined);
  const others = lines.filter((row) => !isUnitRow(row)).flat();
  const help = others.filter((text) => HELP.test(text));
  const titles = others.filter((text) => !help.includes(text));
  const fileName = file.replace(/^.*[/\\]/u, '').replace(/\.[A-Za-z]{2,5}$/u, '');
  const periods = (source: Source, said: readonly string[]) =>
    said.flatMap((text) => periodsInText(text).map((period) => ({ source, ...period })));
  const units = (source: SaidOfTable['units'][number]['source'], said: readonly string[]) =>
    [...new Set(said)].map((says) => ({ source, says }));
  return {
    units: [
      ...units('unit-line', [...unitsOf(lines), ...unitsOf(footLines)]),
      ...units('title', titles.flatMap(unitsInName)),
      ...units('sheet-name', unitsInName(name)),
      ...units('file-name', unitsInName(fileName)),
    ],
    periods: [
      ...periods('title', titles),
      ...periods('help', [...help, ...lines.filter(isUnitRow).flat()]),
      ...periods('sheet-name', [name]),
      ...periods('file-name', [fileName]),
    ],
    planTitle: planTitleIn(texts),
    ...reporterOf([...lines, ...footLines]),
  };
}
