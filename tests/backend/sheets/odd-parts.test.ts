// Sound forms were called damaged for one odd part: document properties of a WPS version, comments under another name,
// a prefix. Now what is not read costs nothing, and what is read costs what it says alone.
import { describe, expect, it, test } from 'vitest';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { refusalOf } from '#tests/helpers/app-error.ts';
import { sheetData, zipOf } from '../files/zip-of.ts';
import { cellsOf, firstSheetOf, relations, sharedStrings, type XlsxOf, xlsxOf, xlsxParts } from './xlsx-of.ts';

const DATA = sheetData([
  ['序号', '进展情况'],
  ['1', '已检查 12 家'],
]);
const TEXTS = ['序号', '进展情况', '1', '已检查 12 家'];

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  return [...cellsOf(await firstSheetOf(bytes)).values()].map(({ text }) => text);
}

async function texts(more: XlsxOf, data = DATA): Promise<readonly string[]> {
  return textsOf(xlsxOf(data, more));
}

const STRICT = 'http://purl.oclc.org/ooxml';
const NOT_DEFLATED = Buffer.from('nothing of this is XML');

describe('a sound workbook is read', () => {
  test.each<[string, XlsxOf]>([
    ['with properties that are no XML', { parts: { 'docProps/core.xml': '<a><b>', 'docProps/app.xml': NOT_DEFLATED } }],
    ['with an unknown part', { parts: { 'xl/什么.bin': NOT_DEFLATED, 'xl/calcChain.xml': '<' } }],
    ['without styles', { parts: { 'xl/styles.xml': null } }],
    ['with styles that are no XML', { parts: { 'xl/styles.xml': '<styleSheet>' } }],
    ['with shared strings that are no XML and not used', { parts: { 'xl/sharedStrings.xml': '<sst>' } }],
    ['without relations of the whole', { parts: { '_rels/.rels': null } }],
    ['without relations of the workbook', { parts: { 'xl/_rels/workbook.xml.rels': null } }],
    ['with an absolute target', { parts: rels('/xl/worksheets/sheet1.xml') }],
    ['with a target through the folder above', { parts: rels('../xl/./worksheets/sheet1.xml') }],
    ['with a target of backslashes', { parts: rels('worksheets\\sheet1.xml') }],
    ['with a target in another case', { parts: rels('Worksheets/SHEET1.xml') }],
    ['with a broken table and drawing', brokenSideParts()],
    ['with a path out of the file, which nobody follows', { parts: { '../../evil.xml': 'x' } }],
  ])('%s', async (_, more) => {
    expect(await texts(more)).toEqual(TEXTS);
  });

  it('with part names in another case and with backslashes', async () => {
    const odd = xlsxParts(DATA).map(({ name, content }) => ({
      name: name.replace('worksheets/sheet1', 'Worksheets\\Sheet1').replace('xl/workbook.xml', 'XL/Workbook.xml'),
      content,
    }));
    expect(await textsOf(zipOf(odd))).toEqual(TEXTS);
  });

  it('with its main part in another place', async () => {
    const parts = {
      '_rels/.rels': relations([['officeDocument', '/book/workbook2.xml']]),
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': null,
      'book/workbook2.xml': '<workbook><sheets><sheet name="表" id="rId1"/></sheets></workbook>',
      'book/_rels/workbook2.xml.rels': relations([['worksheet', '/xl/worksheets/sheet1.xml']]),
    };
    expect(await texts({ parts })).toEqual(TEXTS);
  });

  it('with prefixes nobody else uses', async () => {
    const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=[a-z])/g, '<$1x:');
    const [main] = xlsxParts(DATA).filter(({ name }) => name.endsWith('sheet1.xml'));
    const sheet = prefixed(String(main?.content)).replace('xmlns=', 'xmlns:x=');
    const book =
      '<x:workbook xmlns:x="m" xmlns:q="o"><x:sheets><x:sheet name="表" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>';
    expect(await texts({ parts: { 'xl/worksheets/sheet1.xml': sheet, 'xl/workbook.xml': book } })).toEqual(TEXTS);
  });

  it('in the strict form of the standard', async () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', `${STRICT}/spreadsheetml/main`)
        .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', `${STRICT}/officeDocument`);
    const entries = xlsxParts(DATA).map(({ name, content }) => ({ name, content: strict(String(content)) }));
    expect(await textsOf(zipOf(entries))).toEqual(TEXTS);
  });

  it('in UTF-16', async () => {
    const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const [sheet] = xlsxParts(DATA).filter(({ name }) => name.endsWith('sheet1.xml'));
    expect(await texts({ parts: { 'xl/worksheets/sheet1.xml': utf16(String(sheet?.content)) } })).toEqual(TEXTS);
  });

  it('without places of rows and cells', async () => {
    const data =
      '<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c r="C6"><v>5</v></c></row></sheetData>';
    const places = [...cellsOf(await firstSheetOf(xlsxOf(data)))].map(([place, { text }]) => `${place}=${text}`);
    expect(places).toEqual(['A1=1', 'C1=3', 'A5=4', 'C6=5']);
  });

  it('with rows and cells out of order', async () => {
    const data =
      '<sheetData><row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
    expect(await texts({}, data)).toEqual(['1', '3', '4']);
  });

  test.each(['A1:XFD1048576', 'A1', 'Z9:A1', 'nothing'])('whatever dimension it states: %s', async (ref) => {
    expect(await texts({}, `<dimension ref="${ref}"/>${DATA}`)).toEqual(TEXTS);
  });

  it('with elements nobody knows, wherever they stand', async () => {
    const odd = DATA.replaceAll('<row', '<z:odd xmlns:z="z"><z:v>9</z:v></z:odd><row')
      .replaceAll('<is>', '<z:odd xmlns:z="z"><v>7</v></z:odd><is>')
      .replaceAll('<t>', '<extLst><ext><t>八</t></ext></extLst><t>');
    expect(await texts({}, odd)).toEqual(TEXTS);
  });
});

function rels(target: string): Record<string, string> {
  return { 'xl/_rels/workbook.xml.rels': relations([['worksheet', target]]) };
}

function brokenSideParts(): XlsxOf {
  return {
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations([
        ['table', '../tables/table1.xml'],
        ['vmlDrawing', '../drawings/vml.vml'],
        ['drawing', '../drawings/none.xml'],
      ]),
      'xl/tables/table1.xml': '<table',
      'xl/drawings/vml.vml': '<xml><br></xml>',
    },
  };
}

describe('a part that is broken costs what it says, and that is said', () => {
  const TWO = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="表" id="rId1"/><sheet name="二" id="rId2"/><sheet name="藏" id="rId3" state="veryHidden"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['worksheet', 'worksheets/sheet3.xml'],
    ]),
    'xl/worksheets/sheet3.xml': `<worksheet>${DATA}</worksheet>`,
  };

  const SHARED = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row></sheetData>';

  test.each<[string, XlsxOf]>([
    ['missing', {}],
    ['no XML', { parts: { 'xl/sharedStrings.xml': '<sst><si>' } }],
    ['too short', { strings: [] }],
  ])('words are lost when shared strings are %s', async (_, more) => {
    const cells = cellsOf(await firstSheetOf(xlsxOf(SHARED, more)));
    expect(cells.get('A1')).toMatchObject({ text: '', trouble: 'lost' });
    expect(cells.get('B1')).toMatchObject({ text: '5', trouble: null });
  });

  it('a workbook that lost most of its words is damaged', async () => {
    const data = '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>5</v></c></row></sheetData>';
    expect((await refusalOf(readSheets(xlsxOf(data), '回收.xlsx'))).code).toBe('WORKBOOK_DAMAGED');
  });

  it('a part that two sheets claim is read once', async () => {
    const parts = {
      ...TWO,
      'xl/_rels/workbook.xml.rels': relations([1, 2, 3].map(() => ['worksheet', 'worksheets/sheet1.xml'])),
    };
    const sheets = await readSheets(xlsxOf(DATA, { parts }), '回收.xlsx');
    expect(sheets.map(({ rows }) => rows.length)).toEqual([2, 0, 0]);
  });

  it('numbers are read as stored without styles', async () => {
    const sheet = await firstSheetOf(
      xlsxOf('<sheetData><row><c s="3"><v>44477</v></c></row></sheetData>', { parts: { 'xl/styles.xml': null } }),
    );
    expect(cellsOf(sheet).get('A1')).toMatchObject({ text: '44477', isoDate: null });
    expect(sheet.remarks).toMatchObject([{ kind: 'unread', text: expect.stringContaining('样式') }]);
  });

  it('comments that are no XML are named, and the cells are read', async () => {
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels': relations([['comments', '../comments/批注.xml']]),
      'xl/comments/批注.xml': '<comments><comment ref="A1"><text><t>漏',
    };
    const sheet = await firstSheetOf(xlsxOf(DATA, { parts }));
    expect(sheet.remarks).toMatchObject([{ kind: 'unread' }]);
    expect(sheet.rows).toHaveLength(2);
  });

  it('one sheet of several is named, and the others are read', async () => {
    const parts = { ...TWO, 'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row>' };
    const sheets = await readSheets(xlsxOf(DATA, { parts }), '回收.xlsx');
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['表', false, 2],
      ['二', false, 0],
      ['藏', true, 2],
    ]);
    expect(sheets[1]?.remarks).toMatchObject([{ kind: 'unread', text: '工作表“二”已损坏，没有读取' }]);
  });

  it('a workbook whose only sheets that are left are hidden is damaged', async () => {
    const parts = { ...TWO, 'xl/worksheets/sheet1.xml': '<worksheet><', 'xl/worksheets/sheet2.xml': null };
    expect((await refusalOf(readSheets(xlsxOf(DATA, { parts }), '回收.xlsx'))).code).toBe('WORKBOOK_DAMAGED');
  });

  it('rows that stand where they are not read are not left out in silence', async () => {
    const hidden = DATA.replace('<row r="2">', '<z:choice xmlns:z="z"><row r="2">').replace(
      '</row></sheetData>',
      '</row></z:choice></sheetData>',
    );
    expect((await refusalOf(readSheets(xlsxOf(hidden), '回收.xlsx'))).code).toBe('WORKBOOK_DAMAGED');
  });

  it('a byte that was changed on the way is noticed, though the XML still closes', async () => {
    const bytes = Buffer.from(xlsxOf(DATA));
    const entry = bytes.lastIndexOf('xl/worksheets/sheet1.xml');
    // The checksum in the directory stands 30 bytes before the name.
    bytes.writeUInt32LE(0x12345678, entry - 30);
    expect((await refusalOf(readSheets(bytes, '回收.xlsx'))).code).toBe('WORKBOOK_DAMAGED');
  });

  it('a cell that stands there twice is named', async () => {
    const data = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>';
    expect((await firstSheetOf(xlsxOf(data))).remarks).toMatchObject([{ kind: 'unread' }]);
  });
});

it('a cell in a shared string of many runs is whole', async () => {
  const runs = Array.from({ length: 200 }, (_, index) => `<r><t>${index},</t></r>`).join('');
  const more = { parts: { 'xl/sharedStrings.xml': sharedStrings([runs]) } };
  const [text] = await texts(more, '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>');
  expect(text?.split(',')).toHaveLength(201);
});
