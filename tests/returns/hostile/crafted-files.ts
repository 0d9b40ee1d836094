import { deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';
import type { Random } from '../mutator/random.ts';
import type { HostileFile, SoundFile } from './hostile-files.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const RELS = 'xl/_rels/workbook.xml.rels';
const MANY = 2_000_000;

type Edit = (xml: string, random: Random) => string;

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 12 }, (_, nth) => `<!ENTITY ${'abcdefghijklm'[nth + 1]} "${`&${'abcdefghijklm'[nth]};`.repeat(10)}">`).join('')}]>`;
const afterProlog = (xml: string, words: string): string => {
  const prolog = /^(?:\uFEFF)?<\?xml[^>]*\?>/u.exec(xml)?.[0] ?? '';
  return `${prolog}${words}${xml.slice(prolog.length)}`;
};

/** Changes to one part of an .xlsx, by what they are. */
const EDITS: readonly (readonly [string, string, Edit])[] = [
  ['billion laughs', STRINGS, (xml) => afterProlog(xml, LAUGHS).replace('<t>', '<t>&m;')],
  ['billion laughs in the sheet', SHEET, (xml) => afterProlog(xml, LAUGHS).replace('<v>', '<v>&m;')],
  [
    'entity of a file',
    STRINGS,
    (xml) => afterProlog(xml, '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>').replace('<t>', '<t>&f;'),
  ],
  ['unknown entity', STRINGS, (xml) => xml.replace('<t>', '<t>&nbsp;&unknown;')],
  ['dimension too great', SHEET, (xml) => xml.replace(/<dimension[^>]*>/u, '<dimension ref="A1:XFD1048576"/>')],
  ['dimension of nonsense', SHEET, (xml) => xml.replace(/<dimension[^>]*>/u, '<dimension ref="ZZZZZZ0:-5"/>')],
  ['dimension too small', SHEET, (xml) => xml.replace(/<dimension[^>]*>/u, '<dimension ref="A1"/>')],
  ['row beyond the end', SHEET, (xml) => xml.replace(/<row r="5"/u, '<row r="99999999999"')],
  ['rows out of order', SHEET, (xml) => xml.replace(/<row r="5"/u, '<row r="3"')],
  ['cell of nonsense', SHEET, (xml) => xml.replace(/ r="[A-Z]+6"/u, ' r="ZZZZZZZ6"')],
  ['cell without a place', SHEET, (xml) => xml.replace(/<c r="[A-Z]+6"/gu, '<c')],
  ['string out of range', SHEET, (xml) => xml.replace(/t="s"><v>\d+/u, 't="s"><v>99999999')],
  ['string below zero', SHEET, (xml) => xml.replace(/t="s"><v>\d+/u, 't="s"><v>-1')],
  ['style out of range', SHEET, (xml) => xml.replace(/ s="\d+"/gu, ' s="99999"')],
  ['number of nonsense', SHEET, (xml) => xml.replace(/<v>[\d.]+<\/v><\/c><\/row>/u, '<v>1e999</v></c></row>')],
  [
    'huge merge',
    SHEET,
    (xml) => xml.replace(/<mergeCells[^>]*>/u, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/>'),
  ],
  [
    'overlapping merges',
    SHEET,
    (xml) => xml.replace(/<mergeCells[^>]*>/u, `<mergeCells>${'<mergeCell ref="A5:J900000"/>'.repeat(2000)}`),
  ],
  [
    'deep nesting',
    SHEET,
    (xml) => xml.replace('<sheetData>', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}<sheetData>`),
  ],
  ['nesting never closed', SHEET, (xml) => `${xml.slice(0, 2000)}${'<row><c>'.repeat(50_000)}`],
  ['many strings', STRINGS, (xml) => xml.replace('</sst>', `${'<si><t>字</t></si>'.repeat(MANY)}</sst>`)],
  ['one string without end', STRINGS, (xml) => xml.replace('<t>', `<t>${'字'.repeat(8_000_000)}`)],
  [
    'many rows',
    SHEET,
    (xml) => xml.replace('</sheetData>', `${'<row><c t="n"><v>1</v></c></row>'.repeat(MANY / 2)}</sheetData>`),
  ],
  [
    'many columns',
    SHEET,
    (xml) => xml.replace('</sheetData>', `<row r="900">${'<c t="n"><v>1</v></c>'.repeat(100_000)}</row></sheetData>`),
  ],
  ['columns of a million', SHEET, (xml) => xml.replace(/<col /u, '<col min="1" max="99999999" hidden="1"/><col ')],
  ['relations in a ring', RELS, (xml) => xml.replace(/Target="worksheets\/sheet1\.xml"/u, 'Target="workbook.xml"')],
  ['relation to itself', RELS, (xml) => xml.replace(/Target="[^"]*"/gu, 'Target="_rels/workbook.xml.rels"')],
  [
    'relation out of the file',
    RELS,
    (xml) => xml.replace(/Target="worksheets\/sheet1\.xml"/u, 'Target="../../../../etc/passwd"'),
  ],
  [
    'relation to the outside',
    RELS,
    (xml) => xml.replace(/Target="worksheets\/sheet1\.xml"/u, 'Target="http://localhost:1/x" TargetMode="External"'),
  ],
  ['sheet named as a formula', 'xl/workbook.xml', (xml) => xml.replace(/name="填报表"/u, 'name="=HYPERLINK(1)"')],
  ['sheet without a name', 'xl/workbook.xml', (xml) => xml.replace(/name="填报表"/u, '')],
  ['sheets twice', 'xl/workbook.xml', (xml) => xml.replace(/(<sheet [^>]*>)/u, '$1'.repeat(3000))],
  [
    'names that are formulas',
    'xl/workbook.xml',
    (xml) =>
      xml.replace('</workbook>', '<definedNames><definedName name="a">a</definedName></definedNames></workbook>'),
  ],
  ['values that are formulas', STRINGS, (xml) => xml.replace(/<t[^>]*>县/u, '<t>=cmd|calc!A0 县')],
  ['bytes that are no UTF-8', STRINGS, (xml) => xml.replace(/任务/gu, '\uFFFE\u0001')],
  ['another encoding said', STRINGS, (xml) => xml.replace('UTF-8', 'UTF-16')],
  [
    'styles without end',
    'xl/styles.xml',
    (xml) => xml.replace(/<cellXfs[^>]*>/u, `$&${'<xf numFmtId="10"/>'.repeat(400_000)}`),
  ],
  [
    'number format without end',
    'xl/styles.xml',
    (xml) => xml.replace(/formatCode="[^"]*"/u, `formatCode="${'0;'.repeat(200_000)}"`),
  ],
  [
    'number format of nonsense',
    'xl/styles.xml',
    (xml) => xml.replace(/formatCode="[^"]*"/gu, 'formatCode="[$-804]yyyy&quot;年;;;@@[红]????"'),
  ],
];

async function edited(
  sound: SoundFile,
  [kind, part, edit]: (typeof EDITS)[number],
  random: Random,
): Promise<HostileFile> {
  const zip = await JSZip.loadAsync(sound.bytes);
  const xml = await zip.file(part)?.async('string');
  if (xml !== undefined) zip.file(part, edit(xml, random));
  const bytes = await zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 1 },
  });
  return { kind, name: sound.name, bytes, sound: null };
}

async function zipOf(kind: string, fill: (zip: JSZip) => void): Promise<HostileFile> {
  const zip = new JSZip();
  fill(zip);
  const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  return { kind, name: `${kind}.zip`, bytes, sound: null };
}

/** A zip in which one entry says it is small and is not. */
function lyingZip(): HostileFile {
  const content = deflateRawSync(new Uint8Array(200_000_000));
  const name = new TextEncoder().encode('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt32LE(100, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + content.length, 16);
  const bytes = new Uint8Array(Buffer.concat([local, name, content, central, name, end]));
  return { kind: 'zip that lies about a size', name: '填报表.xlsx', bytes, sound: null };
}

type Crafted = { readonly kind: string; readonly make: () => HostileFile | Promise<HostileFile> };

async function nestedZip(kind: string, sound: SoundFile): Promise<HostileFile> {
  let bytes: Uint8Array = sound.bytes;
  for (let depth = 0; depth < 30; depth++) {
    const zip = new JSZip();
    zip.file('内.zip', bytes);
    bytes = await zip.generateAsync({ type: 'uint8array' });
  }
  return { kind, name: '内.zip', bytes, sound: null };
}

/** Words that are hard to read as a table, by kind: the file's name, and what makes them. */
const WORDS: readonly (readonly [string, string, () => string])[] = [
  ['empty', '空.xlsx', () => ''],
  ['commas without end', '填报表.csv', () => ','.repeat(5_000_000)],
  ['quotation never closed', '填报表.csv', () => `序号,工作任务,进展情况\n"${'一,二\n'.repeat(400_000)}`],
  ['lines without end', '填报表.csv', () => '1,2\n'.repeat(1_000_000)],
  ['tables in tables', '填报表.html', () => `<table>${'<tr><td><table>'.repeat(30_000)}`],
  ['columns without end', '填报表.html', () => `<table><tr>${'<td colspan=1000000000>一'.repeat(1000)}</table>`],
  [
    'rows without end',
    '填报表.html',
    () => `<table><tr><td rowspan=1000000000>序号<td>工作任务<td>进展情况${'<tr><td>1'.repeat(5000)}</table>`,
  ],
  ['page without end', '填报表.xls', () => `<html><table><tr><td>${'<b>'.repeat(2_000_000)}`],
  [
    'XML of another kind',
    '填报表.xml',
    () => `<?xml version="1.0"?>${LAUGHS}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&m;</Workbook>`,
  ],
];

/** Zips by kind, and what is put into them. */
const ZIPS: readonly (readonly [string, (zip: JSZip, sound: SoundFile) => void])[] = [
  ['bomb of zeros', (zip) => zip.file('填报表.xlsx', new Uint8Array(300_000_000))],
  [
    'names that climb',
    (zip, { bytes }) =>
      zip.file('../../../../tmp/逃.xlsx', bytes).file('/etc/逃.xlsx', bytes).file('C:\\逃.xlsx', bytes),
  ],
  [
    'very many files',
    (zip) => {
      for (let nth = 0; nth < 20_000; nth++) zip.file(`${nth}.csv`, '1');
    },
  ],
  [
    'many copies of a form',
    (zip, { bytes }) => {
      for (let nth = 0; nth < 40; nth++) zip.file(`表${nth}.xlsx`, bytes);
    },
  ],
  ['nothing in it', () => undefined],
];

/** Every crafted file once, each made when it is wanted: changed parts, bombs, odd zips, odd words. */
export function craftedFiles(sound: SoundFile, random: Random): readonly Crafted[] {
  return [
    ...EDITS.map((edit): Crafted => ({ kind: edit[0], make: () => edited(sound, edit, random) })),
    ...ZIPS.map(([kind, fill]): Crafted => ({ kind, make: () => zipOf(kind, (zip) => fill(zip, sound)) })),
    { kind: 'zip in a zip, thirty deep', make: () => nestedZip('zip in a zip, thirty deep', sound) },
    { kind: 'zip that lies about a size', make: lyingZip },
    ...WORDS.map(
      ([kind, name, write]): Crafted => ({
        kind,
        make: () => ({ kind, name, bytes: new TextEncoder().encode(write()), sound: null }),
      }),
    ),
  ];
}
