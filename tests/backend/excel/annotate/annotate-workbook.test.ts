import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { annotateWorkbook, type CellNote } from '#backend/excel/annotate/annotate-workbook.ts';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { bytesOf, firstSheet, openWorkbook } from '../../sheets/altered.ts';
import { formInput } from '../seed-world.ts';

const FORM = '填报表';
const YELLOW = { argb: 'FFFFFF00' };

const note = (row: number, column: number, ...texts: string[]): CellNote => ({
  sheet: FORM,
  row,
  column,
  texts,
  highlight: true,
});

const form = () => buildForm(formInput('县市场监督管理局'));

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(
    Object.values(zip.files)
      .filter((entry) => !entry.dir)
      .map(async (entry) => [entry.name, await entry.async('binarystring')] as const),
  );
  return new Map(parts);
}

async function withParts(bytes: Uint8Array, change: (zip: JSZip) => Promise<void> | void): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  await change(zip);
  return zip.generateAsync({ type: 'uint8array' });
}

async function withText(bytes: Uint8Array, part: string, change: (text: string) => string): Promise<Uint8Array> {
  return withParts(bytes, async (zip) => {
    const text = await zip.file(part)?.async('string');
    zip.file(part, change(text ?? ''));
  });
}

async function annotated(bytes: Uint8Array, notes: readonly CellNote[]) {
  const done = await annotateWorkbook(bytes, '表.xlsx', notes);
  if (!done) throw new Error('the package was taken for odd');
  return done;
}

/** What the remark of a cell says, as a person reads it. */
function remarkOf(sheet: ReturnType<typeof firstSheet>, address: string): string | undefined {
  const said = sheet.getCell(address).note;
  if (said === undefined || typeof said === 'string') return said;
  return said.texts?.map(({ text }) => text).join('');
}

describe('a copy of their own workbook with the reasons in it', () => {
  it('makes the cells yellow and says why in a remark; values and looks stay', async () => {
    const before = firstSheet(await openWorkbook(await form()));
    const { bytes, ending } = await annotated(await form(), [
      note(5, 7, '第 1 项：状态为“已完成”，进展情况未填。'),
      note(6, 6, '一', '二'),
    ]);
    expect(ending).toBe('.xlsx');
    const sheet = firstSheet(await openWorkbook(bytes));
    expect(remarkOf(sheet, 'G5')).toBe('退回说明：\n第 1 项：状态为“已完成”，进展情况未填。');
    expect(remarkOf(sheet, 'F6')).toBe('退回说明：\n1. 一\n2. 二');
    for (const address of ['G5', 'F6']) {
      expect(sheet.getCell(address).fill).toMatchObject({ pattern: 'solid', fgColor: YELLOW });
      expect(sheet.getCell(address).font).toEqual(before.getCell(address).font);
      expect(sheet.getCell(address).numFmt).toBe(before.getCell(address).numFmt);
    }
    expect(sheet.getCell('G6').fill).toEqual(before.getCell('G6').fill);
    const values = (of: typeof sheet) => of.getSheetValues();
    expect(values(sheet)).toEqual(values(before));
  });

  it('changes only what it must: every other part is the same byte for byte', async () => {
    const original = await form();
    const before = await partsOf(original);
    const after = await partsOf((await annotated(original, [note(5, 7, '未填')])).bytes);
    const changed = [...after].filter(([name, content]) => before.get(name) !== content).map(([name]) => name);
    expect(changed.toSorted()).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
    expect([...before.keys()].filter((name) => !after.has(name))).toEqual([]);
  });

  it('keeps remarks that are there, and adds its words below those of a cell that has some', async () => {
    const workbook = await openWorkbook(await form());
    firstSheet(workbook).getCell('G5').note = '另有 3 家停业';
    firstSheet(workbook).getCell('G7').note = { texts: [{ text: '本项' }, { font: { bold: true }, text: '不涉及' }] };
    const { bytes } = await annotated(await bytesOf(workbook), [
      note(5, 7, '未写数量'),
      note(6, 7, '未填'),
      note(7, 7, '请核实'),
    ]);
    const sheet = firstSheet(await openWorkbook(bytes));
    expect(remarkOf(sheet, 'G5')).toBe('另有 3 家停业\n退回说明：\n未写数量');
    expect(remarkOf(sheet, 'G6')).toBe('退回说明：\n未填');
    expect(remarkOf(sheet, 'G7')).toBe('本项不涉及\n退回说明：\n请核实');
    const parts = await partsOf(bytes);
    const boxes = parts.get('xl/drawings/vmlDrawing1.vml') ?? '';
    expect(boxes.match(/<v:shape /g)).toHaveLength(3);
    const ids = [...boxes.matchAll(/<v:shape id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(3);
  });

  it('adds to a drawing that writes its names in another way', async () => {
    const workbook = await openWorkbook(await form());
    firstSheet(workbook).getCell('G5').note = '另有 3 家停业';
    const other = await withText(await bytesOf(workbook), 'xl/drawings/vmlDrawing1.vml', (xml) =>
      xml.replace(/(xmlns:|<\/?|\s)([vox])(?=[:=])/g, '$1ns-$2'),
    );
    const boxes = (await partsOf((await annotated(other, [note(6, 7, '未填')])).bytes)).get(
      'xl/drawings/vmlDrawing1.vml',
    );
    expect(boxes?.match(/<ns-v:shape /g)).toHaveLength(2);
    expect(boxes).toContain('<ns-x:Row>5</ns-x:Row>');
    expect(boxes).not.toMatch(/<\/?[vox]:|\s[vox]:\w+=/);
  });

  it('puts cells and rows that are not there in their places', async () => {
    const { bytes } = await annotated(await form(), [note(5, 30, '右边'), note(400, 2, '下面'), note(399, 1, '其上')]);
    const xml = (await partsOf(bytes)).get('xl/worksheets/sheet1.xml') ?? '';
    const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map((match) => Number(match[1]));
    expect(rows).toEqual(rows.toSorted((one, other) => one - other));
    expect(rows.slice(-2)).toEqual([399, 400]);
    const sheet = firstSheet(await openWorkbook(bytes));
    for (const address of ['AD5', 'B400', 'A399'])
      expect(sheet.getCell(address).fill).toMatchObject({ fgColor: YELLOW });
    expect(remarkOf(sheet, 'AD5')).toBe('退回说明：\n右边');
  });

  it('says it on the first cell of a merged block, and once', async () => {
    const workbook = await openWorkbook(await form());
    firstSheet(workbook).mergeCells('G5:G6');
    const { bytes } = await annotated(await bytesOf(workbook), [note(5, 7, '上'), note(6, 7, '下')]);
    const sheet = firstSheet(await openWorkbook(bytes));
    expect(remarkOf(sheet, 'G5')).toBe('退回说明：\n1. 上\n2. 下');
  });

  it('lets no text become markup or a formula', async () => {
    const words = '</t></r><x a="b">&amp; =HYPERLINK("http://x") _x0041_ \u0000\u001b';
    const { bytes } = await annotated(await form(), [note(5, 7, words)]);
    const parts = await partsOf(bytes);
    expect(parts.get('xl/comments1.xml')).not.toContain('<x a');
    const sheet = firstSheet(await openWorkbook(bytes));
    expect(remarkOf(sheet, 'G5')).toBe('退回说明：\n</t></r><x a="b">&amp; =HYPERLINK("http://x") _x0041_ ');
  });

  it('reads a workbook whose names have a prefix of their own', async () => {
    const prefixed = await withText(await form(), 'xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replace(/<(\/?)([A-Za-z]+)(?=[\s/>])/g, '<$1m:$2')
        .replace(
          'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
          'xmlns:m="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
        ),
    );
    const xml = (await partsOf((await annotated(prefixed, [note(5, 7, '未填'), note(400, 1, '下')])).bytes)).get(
      'xl/worksheets/sheet1.xml',
    );
    expect(xml).toMatch(/<m:legacyDrawing xmlns:r="[^"]+" r:id="rId\d+"\/>/);
    expect(xml).toMatch(/<m:row r="400"><m:c r="A400" s="\d+"\/><\/m:row>/);
  });

  it('gives a workbook with macros back under its own kind, macros untouched', async () => {
    const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
    const macros = await withParts(
      await withText(await form(), '[Content_Types].xml', (xml) =>
        xml
          .replace(main, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
          .replace('</Types>', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
      ),
      (zip) => void zip.file('xl/vbaProject.bin', new Uint8Array([1, 2, 3, 0, 255])),
    );
    const { bytes, ending } = await annotated(macros, [note(5, 7, '未填')]);
    expect(ending).toBe('.xlsm');
    expect((await partsOf(bytes)).get('xl/vbaProject.bin')).toBe('\u0001\u0002\u0003\u0000\u00ff');
  });

  it.each<[string, (bytes: Uint8Array) => Promise<Uint8Array>]>([
    ['is signed', (bytes) => withParts(bytes, (zip) => void zip.file('_xmlsignatures/sig1.xml', '<x/>'))],
    ['has no looks', (bytes) => withParts(bytes, (zip) => void zip.remove('xl/styles.xml'))],
    ['is no XML inside', (bytes) => withText(bytes, 'xl/worksheets/sheet1.xml', (xml) => xml.slice(0, 2_000))],
    [
      'is strict Open XML',
      (bytes) =>
        withText(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
          xml.replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          ),
        ),
    ],
    [
      'is in another encoding',
      (bytes) =>
        withParts(bytes, async (zip) => {
          const text = await zip.file('xl/worksheets/sheet1.xml')?.async('string');
          zip.file('xl/worksheets/sheet1.xml', Buffer.from(`\ufeff${text}`, 'utf16le'));
        }),
    ],
    [
      'has rows out of order',
      (bytes) => withText(bytes, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('<row r="5"', '<row r="2"')),
    ],
    [
      'has an answered remark on the cell',
      async (bytes) => {
        const workbook = await openWorkbook(bytes);
        firstSheet(workbook).getCell('G5').note = '[线程批注]';
        return withText(await bytesOf(workbook), 'xl/worksheets/_rels/sheet1.xml.rels', (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
          ),
        );
      },
    ],
    ['is cut off', async (bytes) => bytes.slice(0, bytes.length / 2)],
    ['is no package', async () => new TextEncoder().encode('序号,任务\n1,x')],
  ])('leaves a package alone that %s', async (_, make) => {
    expect(await annotateWorkbook(await make(await form()), '表.xlsx', [note(5, 7, '未填')])).toBeNull();
  });

  it('leaves a workbook alone that has not the sheet in question', async () => {
    expect(await annotateWorkbook(await form(), '表.xlsx', [{ ...note(5, 7, '未填'), sheet: '别的' }])).toBeNull();
  });
});
