import { readWorkbookPart } from '#backend/sheets/xlsx/workbook-part.ts';
import { type ChangeablePackage, RELATIONSHIPS } from '../package/changeable-package.ts';
import { attributeOf, plainXml, TagScanner } from '../package/scan-tags.ts';
import { OddPackageError } from '../package/xml-part.ts';
import { type AllowedWords, allowedWords, dropDowns, wordsInCells, wordsOfList } from './allowed-words.ts';
import type { SharedTexts } from './shared-texts.ts';
import { readSheetText, type SheetText } from './sheet-text.ts';

const ELSEWHERE =
  /^=?(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!()]+))!(?<block>\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/u;

/** Reads what the drop-down lists of a sheet allow, on whatever sheet or under whatever name the words stand. */
export async function readDropDowns(
  parts: ChangeablePackage,
  workbook: { readonly part: string; readonly xml: string },
  own: SheetText,
  shared: SharedTexts,
): Promise<AllowedWords> {
  const lists = dropDowns(own);
  if (lists.length === 0) return allowedWords([]);
  const names = definedNames(workbook.xml);
  const sheets = new Map<string, SheetText | null>();
  const sheetNamed = async (name: string): Promise<SheetText | null> => {
    const known = sheets.get(name);
    if (known !== undefined) return known;
    const sheet = await sheetOf(parts, workbook, name);
    sheets.set(name, sheet);
    return sheet;
  };
  const wordsOf = async (source: string): Promise<readonly string[] | null> => {
    const written = wordsOfList(source);
    if (written !== null) return written;
    const meant = names.get(source.replace(/^=/u, '')) ?? source;
    const { quoted, plain, block = '' } = ELSEWHERE.exec(meant)?.groups ?? {};
    const name = quoted?.replaceAll("''", "'") ?? plain;
    if (name === undefined) return wordsInCells(meant.replace(/^=/u, ''), own, shared);
    const sheet = await sheetNamed(name);
    return sheet && wordsInCells(block, sheet, shared);
  };
  const told: { readonly cells: string; readonly words: readonly string[] }[] = [];
  for (const { cells, source } of lists) told.push({ cells, words: (await wordsOf(source)) ?? [] });
  return allowedWords(told);
}

function definedNames(workbookXml: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const tags = new TagScanner(workbookXml);
  while (tags.next()) {
    if (tags.isClosing || tags.isSelfClosing || tags.name() !== 'definedName') continue;
    const name = attributeOf(tags.tag(), 'name');
    if (name !== undefined) names.set(name, plainXml(workbookXml.slice(tags.end, workbookXml.indexOf('<', tags.end))));
  }
  return names;
}

/** `null`: there is no such sheet, or it is none that can be read. */
async function sheetOf(
  parts: ChangeablePackage,
  workbook: { readonly part: string; readonly xml: string },
  name: string,
): Promise<SheetText | null> {
  const entry = readWorkbookPart(workbook.xml).sheets.find((sheet) => sheet.name === name);
  const target = (await parts.relationshipsOf(workbook.part)).find(
    ({ id, type }) => id === entry?.relation && type === `${RELATIONSHIPS}/worksheet`,
  )?.target;
  if (target === undefined || !parts.has(target)) return null;
  try {
    return readSheetText(await parts.text(target));
  } catch (cause) {
    if (cause instanceof OddPackageError) return null;
    throw cause;
  }
}
