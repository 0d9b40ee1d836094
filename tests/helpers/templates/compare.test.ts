import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparePackages, compareSheets } from './compare.ts';
import { makeTemplate, type Template } from './templates.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

let template: Template;
let xml: string;
beforeAll(async () => {
  template = await makeTemplate('everything');
  xml = (await (await JSZip.loadAsync(template.bytes)).file(SHEET)?.async('string')) ?? '';
});

async function changed(part: string, content: string | null): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(template.bytes);
  if (content === null) zip.remove(part);
  else zip.file(part, content, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array' });
}

describe('comparing packages', () => {
  const NOTHING = { changed: [], added: [], removed: [] };

  it('finds nothing where only the filled sheet, shared texts or the chain differ', async () => {
    for (const part of [SHEET, 'xl/sharedStrings.xml', 'xl/calcChain.xml']) {
      expect(await comparePackages(template.bytes, await changed(part, '<x/>'), template.sheet)).toEqual(NOTHING);
    }
    expect(await comparePackages(template.bytes, await changed('xl/calcChain.xml', null), template.sheet)).toEqual(
      NOTHING,
    );
  });

  it('finds a part that differs in one byte, one more, one less', async () => {
    const compare = async (part: string, content: string | null) =>
      comparePackages(template.bytes, await changed(part, content), template.sheet);
    expect(await compare('xl/worksheets/sheet2.xml', `${xml} `)).toEqual({
      ...NOTHING,
      changed: ['xl/worksheets/sheet2.xml'],
    });
    expect(await compare('xl/none.xml', '<x/>')).toEqual({ ...NOTHING, added: ['xl/none.xml'] });
    expect(await compare('xl/media/image1.png', null)).toEqual({ ...NOTHING, removed: ['xl/media/image1.png'] });
  });
});

describe('comparing sheets', () => {
  const SAME = { cells: [], added: [], rows: [], elements: [] };

  it('finds nothing where only filled cells, spans or the order of attributes differ', () => {
    const { bodyRow } = template.geometry;
    const filled = xml
      .replace(`<c r="C${bodyRow}" s="4"/>`, `<c s="4" r="C${bodyRow}" t="inlineStr"><is><t>县教育局</t></is></c>`)
      .replace(/<row r="(\d+)"/g, '<row spans="1:8" r="$1"');
    expect(filled).not.toBe(xml);
    expect(compareSheets(xml, filled, { filled: new Set([`C${bodyRow}`]) })).toEqual(SAME);
    expect(compareSheets(xml, filled, { filled: new Set() })).toEqual({ ...SAME, cells: [`C${bodyRow}`] });
  });

  it('finds looks, rows and elements that differ, and cells that came', () => {
    const { bodyRow } = template.geometry;
    const other = xml
      .replace(`<c r="C${bodyRow}" s="4"/>`, `<c r="C${bodyRow}" s="5"/><c r="CA${bodyRow}"/>`)
      .replace('ht="36"', 'ht="30"')
      .replace('sqref="E', 'sqref="F');
    expect(compareSheets(xml, other, { filled: new Set() })).toEqual({
      cells: [`C${bodyRow}`],
      added: [`CA${bodyRow}`],
      rows: [1],
      elements: ['conditionalFormatting'],
    });
  });

  it('follows rows that moved down', () => {
    const { totalRow } = template.geometry;
    const movedTo = (row: number) => (row >= totalRow ? row + 10 : row);
    const moved = xml.replace(
      /<(row|c) r="([A-Z]*)(\d+)"/g,
      (_, tag: string, column: string, row: string) => `<${tag} r="${column}${movedTo(Number(row))}"`,
    );
    expect(moved).not.toBe(xml);
    expect(compareSheets(xml, moved, { filled: new Set(), movedTo })).toEqual(SAME);
    expect(compareSheets(xml, moved, { filled: new Set() }).cells).toContain(`A${totalRow}`);
  });
});
