import type { ChangeablePackage, Relationship } from '../package/changeable-package.ts';
import { attributeOf, plainXml, TagScanner } from '../package/scan-tags.ts';
import { OddPackageError } from '../package/xml-part.ts';
import { movedBlock, movedFormula, type RowMoves } from './row-moves.ts';

/** The sheet that is filled, and what it hangs together with. */
export type FilledSheet = {
  readonly name: string;
  readonly part: string;
  readonly workbook: string;
  /** Its place among the sheets: names of its own are told by it. */
  readonly index: number;
};

const BUILT_IN: Readonly<Record<string, string>> = {
  '_xlnm.Print_Area': '打印区域',
  '_xlnm.Print_Titles': '打印标题',
};

/**
 * What outside the sheet names rows that have moved. Nothing outside is changed, so each such thing is told, in words
 * that say what to do. Of what cannot be read nothing is told.
 */
export async function outsideNotes(
  parts: ChangeablePackage,
  sheet: FilledSheet,
  moves: RowMoves,
): Promise<readonly string[]> {
  const notes: string[] = [];
  const sheetRelations = await parts.relationshipsOf(sheet.part);
  if (moves.insertions.length > 0) {
    notes.push(...(await quietly(() => namesMoved(parts, sheet, moves))));
    for (const relation of sheetRelations)
      notes.push(...(await quietly(() => besideSheet(parts, relation, sheet, moves))));
    notes.push(...(await quietly(() => otherSheets(parts, sheet, moves))));
  }
  if (parts.names.some((name) => /pivotCache\/pivotCacheDefinition/u.test(name))) {
    notes.push('数据透视表仍是表样原来的数据，打开后请右键“刷新”。');
  }
  return notes;
}

async function quietly(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof OddPackageError) return [];
    throw error;
  }
}

async function namesMoved(parts: ChangeablePackage, sheet: FilledSheet, moves: RowMoves): Promise<readonly string[]> {
  const xml = await parts.text(sheet.workbook);
  const tags = new TagScanner(xml);
  const notes: string[] = [];
  while (tags.next()) {
    if (tags.isClosing || tags.isSelfClosing || tags.name() !== 'definedName') continue;
    const tag = tags.tag();
    const formula = plainXml(xml.slice(tags.end, xml.indexOf('<', tags.end)));
    const name = attributeOf(tag, 'name') ?? '';
    if (attributeOf(tag, 'hidden') !== undefined) continue;
    const moved = movedFormula(formula, moves, { sheet: sheet.name, isOnSheet: false, grows: true });
    if (moved === formula) continue;
    const said = BUILT_IN[name] ?? `名称“${name}”`;
    const what = name in BUILT_IN ? '请在“页面布局”中重新设置' : '请在“公式 → 名称管理器”中改正';
    notes.push(`${said}没有改动，仍是 ${plainRange(formula)}；加行后应为 ${plainRange(moved)}，${what}。`);
  }
  return notes;
}

function plainRange(formula: string): string {
  return formula.replace(/(?:'(?:[^']|'')+'|[^!,'()]+)!/gu, '').replaceAll('$', '');
}

async function besideSheet(
  parts: ChangeablePackage,
  { type, target }: Relationship,
  sheet: FilledSheet,
  moves: RowMoves,
): Promise<readonly string[]> {
  const kind = type.slice(type.lastIndexOf('/') + 1);
  if (target === '' || !parts.has(target)) return [];
  if (kind === 'table') return tableNote(await parts.text(target), moves);
  if (kind === 'comments') return commentNote(await parts.text(target), moves);
  return kind === 'drawing' ? drawingNotes(parts, target, sheet, moves) : [];
}

function tableNote(xml: string, moves: RowMoves): readonly string[] {
  const tags = new TagScanner(xml);
  if (!tags.next()) return [];
  const reference = attributeOf(tags.tag(), 'ref') ?? '';
  const name = attributeOf(tags.tag(), 'displayName') ?? '';
  const moved = movedBlock(reference, moves, true);
  return moved === reference
    ? []
    : [`表格“${name}”的范围没有改动，仍是 ${reference}；加行后应为 ${moved}，请在“表设计 → 调整表格大小”中改正。`];
}

function commentNote(xml: string, moves: RowMoves): readonly string[] {
  const cells: string[] = [];
  const tags = new TagScanner(xml);
  while (tags.next()) {
    if (tags.isClosing || tags.name() !== 'comment') continue;
    const reference = attributeOf(tags.tag(), 'ref') ?? '';
    if (movedBlock(reference, moves, false) !== reference) cells.push(reference);
  }
  return cells.length === 0 ? [] : [`加行后 ${cells.join('、')} 的批注没有随行下移，请核对位置。`];
}

async function drawingNotes(
  parts: ChangeablePackage,
  drawing: string,
  sheet: FilledSheet,
  moves: RowMoves,
): Promise<readonly string[]> {
  const xml = await parts.text(drawing);
  const notes: string[] = [];
  let below = 0;
  let anchor = '';
  const tags = new TagScanner(xml);
  while (tags.next()) {
    if (tags.isClosing) continue;
    const name = tags.name();
    if (name === 'from' || name === 'to') anchor = name;
    if (name !== 'row' || anchor !== 'from') continue;
    const row = Number(xml.slice(tags.end, xml.indexOf('<', tags.end))) + 1;
    if (moves.row(row) !== row) below++;
  }
  if (below > 0)
    notes.push(`表格下方的 ${below} 个图形（图表、图片或文本框）留在原来的位置，可能盖住新加的行，请移动。`);
  for (const { type, target } of await parts.relationshipsOf(drawing)) {
    if (!type.endsWith('/chart') || !parts.has(target)) continue;
    if (isNamingMoved(await parts.text(target), sheet, moves)) {
      notes.push('图表的数据区域没有改动，没有包括新加的行，请在“选择数据”中改正。');
      break;
    }
  }
  return notes;
}

/** Whether a formula in a part names rows of the sheet that have moved: `<c:f>`, `<f>`. */
function isNamingMoved(xml: string, sheet: FilledSheet, moves: RowMoves): boolean {
  if (!xml.includes('!')) return false;
  const tags = new TagScanner(xml);
  while (tags.next()) {
    if (tags.isClosing || tags.isSelfClosing || tags.name() !== 'f') continue;
    const formula = plainXml(xml.slice(tags.end, xml.indexOf('<', tags.end)));
    if (movedFormula(formula, moves, { sheet: sheet.name, isOnSheet: false, grows: true }) !== formula) return true;
  }
  return false;
}

async function otherSheets(parts: ChangeablePackage, sheet: FilledSheet, moves: RowMoves): Promise<readonly string[]> {
  const xml = await parts.text(sheet.workbook);
  const targets = new Map((await parts.relationshipsOf(sheet.workbook)).map(({ id, target }) => [id, target]));
  const named: string[] = [];
  const tags = new TagScanner(xml);
  while (tags.next()) {
    if (tags.isClosing || tags.name() !== 'sheet') continue;
    const tag = tags.tag();
    const target = targets.get(/\s(?:\w+:)?id\s*=\s*["']([^"']+)["']/u.exec(tag)?.[1] ?? '');
    if (target === undefined || target === sheet.part || !parts.has(target)) continue;
    const other = await parts.text(target);
    if (isNamingMoved(other, sheet, moves)) named.push(attributeOf(tag, 'name') ?? '');
  }
  return named.length === 0
    ? []
    : [`工作表${named.map((name) => `“${name}”`).join('、')}的公式引用了本表加行处以下的内容，没有改动，请核对。`];
}
