import { describe, expect, test } from 'vitest';
import { readDocx } from '#backend/documents/docx/read-docx.ts';
import { formatListNumber } from '#backend/documents/lists/number-formats.ts';
import { readDocument } from '#backend/documents/read-document.ts';
import { abstractNum, type DocxParts, docx, type LevelXml, num, paragraph, run, table } from './docx-of.ts';

async function linesOf(body: string, parts: DocxParts = {}): Promise<readonly string[]> {
  const { text } = await readDocx(docx(body, parts), '文件.docx');
  return text.split('\n').filter((line) => line !== '');
}

/** One list with these levels; the paragraphs name the level each. */
async function labels(levels: readonly LevelXml[], used: readonly number[], more = num(1, 0)): Promise<string[]> {
  const body = used.map((level) => paragraph('甲', { numId: 1, level })).join('');
  const lines = await linesOf(body, { numbering: abstractNum(0, levels) + more });
  return lines.map((line) => line.replace(/甲$/u, ''));
}

const CHINESE: LevelXml = { format: 'chineseCountingThousand', text: '%1、' };
const BRACKET: LevelXml = { format: 'chineseCounting', text: '（%2）' };
const DIGITS: LevelXml = { format: 'decimal', text: '%3.' };

describe('numbers that Word counts by itself', () => {
  test('start anew under every heading', async () => {
    expect(await labels([CHINESE, BRACKET, DIGITS], [0, 1, 1, 2, 0, 1, 2, 2])).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '二、',
      '（一）',
      '1.',
      '2.',
    ]);
  });

  test('run on through the headings where the list says so', async () => {
    const runsOn = { ...BRACKET, extra: '<w:lvlRestart w:val="0"/>' };
    expect(await labels([CHINESE, runsOn], [0, 1, 1, 0, 1])).toEqual(['一、', '（一）', '（二）', '二、', '（三）']);
  });

  test('start anew after a certain level only', async () => {
    const afterFirst = { ...DIGITS, extra: '<w:lvlRestart w:val="1"/>' };
    expect(await labels([CHINESE, BRACKET, afterFirst], [0, 1, 2, 1, 2, 0, 1, 2])).toEqual([
      '一、',
      '（一）',
      '1.',
      '（二）',
      '2.',
      '二、',
      '（一）',
      '1.',
    ]);
  });

  test('join the numbers of several levels, in digits where the law format asks for it', async () => {
    const joined: LevelXml = { format: 'decimal', text: '%1.%2' };
    expect(await labels([CHINESE, joined], [0, 1])).toEqual(['一、', '一.1 ']);
    expect(await labels([CHINESE, { ...joined, extra: '<w:isLgl/>' }], [0, 1])).toEqual(['一、', '1.1 ']);
  });

  test('stand as words in their pattern, and get a mark where Word shows only a gap', async () => {
    expect(await labels([{ format: 'chineseCounting', text: '第%1条' }], [0, 0])).toEqual(['第一条', '第二条']);
    expect(await labels([{ format: 'chineseCounting', text: '%1' }], [0])).toEqual(['一、']);
    expect(await labels([{ format: 'decimal', text: '%1' }], [0])).toEqual(['1.']);
  });

  test('begin where the list says, and where a second list begins it anew', async () => {
    const numbering =
      abstractNum(0, [{ ...CHINESE, start: 3 }]) +
      num(1, 0) +
      num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
      num(3, 0);
    const body = [1, 1, 2, 2, 3].map((numId) => paragraph('甲', { numId, level: 0 })).join('');
    expect(await linesOf(body, { numbering })).toEqual(['三、甲', '四、甲', '一、甲', '二、甲', '三、甲']);
  });

  test('can be changed for one list alone', async () => {
    const level =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%1）"/></w:lvl>';
    const more = num(1, 0, `<w:lvlOverride w:ilvl="0">${level}</w:lvlOverride>`);
    expect(await labels([CHINESE], [0, 0], more)).toEqual(['（1）', '（2）']);
  });

  test('come from the paragraph style, its parents, and a list named by a style', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2b"><w:basedOn w:val="H2"/></w:style>' +
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      abstractNum(0, [
        { ...CHINESE, style: 'H1' },
        { ...BRACKET, style: 'H2' },
      ]) +
      abstractNum(1, [], '<w:numStyleLink w:val="L"/>') +
      num(1, 0) +
      num(2, 1);
    const body =
      paragraph('甲', { style: 'H1' }) +
      paragraph('乙', { style: 'H2b' }) +
      paragraph('丙', { numId: 2, level: 1 }) +
      paragraph('丁', { style: 'H1', numId: 0 });
    expect(await linesOf(body, { numbering, styles })).toEqual(['一、甲', '（一）乙', '（二）丙', '丁']);
  });

  test('are none for bullets, and for a paragraph that once had one', async () => {
    const bullets = { numbering: abstractNum(0, [{ format: 'bullet', text: '\uF06C' }]) + num(1, 0) };
    expect(await linesOf(paragraph('甲', { numId: 1, level: 0 }), bullets)).toEqual(['甲']);
    const before = '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    const body = `<w:p><w:pPr>${before}</w:pPr>${run('甲')}</w:p>`;
    expect(await linesOf(body, { numbering: abstractNum(0, [CHINESE]) + num(1, 0) })).toEqual(['甲']);
  });

  test('count empty paragraphs, and stand alone in the cells of a table', async () => {
    const parts = { numbering: abstractNum(0, [{ format: 'decimal', text: '%1' }]) + num(1, 0) };
    const empty = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
    const item = paragraph('甲', { numId: 1, level: 0 });
    expect(await linesOf(item + empty + item, parts)).toEqual(['1.甲', '3.甲']);
    const rows = table([
      ['序号', '工作任务', '责任单位'],
      ['', '检查食堂。', '县教育局'],
    ]).replace('<w:p><w:pPr></w:pPr><w:r><w:t xml:space="preserve"></w:t></w:r></w:p>', empty);
    const { reading } = await readDocument(docx(rows, parts), '表.docx');
    expect(reading.tasks).toMatchObject([{ number: 1, content: '检查食堂。' }]);
  });

  test('are told to the clerk with their count', async () => {
    const parts = { numbering: abstractNum(0, [{ format: 'decimal', text: '%1.' }]) + num(1, 0) };
    const body = ['检查食堂。（县教育局）', '检查车站。（县交通运输局）'];
    const bytes = docx(body.map((line) => paragraph(line, { numId: 1, level: 0 })).join(''), parts);
    const { reading } = await readDocument(bytes, '文件.docx');
    expect(reading.tasks.map((task) => task.number)).toEqual([1, 2]);
    expect(reading.warnings[0]?.message).toContain('2处编号是 Word 自动编号');
  });

  test.each([
    ['chineseCounting', [1, 10, 11, 20, 53, 105, 110], ['一', '十', '十一', '二十', '五十三', '一百零五', '一百一十']],
    ['ideographDigital', [10, 53], ['一〇', '五三']],
    ['japaneseCounting', [12], ['十二']],
    ['chineseLegalSimplified', [12], ['壹拾贰']],
    ['ideographTraditional', [2], ['乙']],
    ['decimalEnclosedCircle', [1, 20, 21, 36], ['①', '⑳', '㉑', '㊱']],
    ['decimalEnclosedParen', [3], ['（3）']],
    ['upperLetter', [1, 27], ['A', 'AA']],
    ['lowerLetter', [3], ['c']],
    ['upperRoman', [14], ['XIV']],
    ['decimalZero', [7], ['07']],
    ['somethingNew', [7], ['7']],
  ])('are written as %s', (format, values, texts) => {
    expect(values.map((value) => formatListNumber(value, format))).toEqual(texts);
  });
});

describe('what else is in a Word document', () => {
  test('words inserted under tracking are in, deleted ones out', async () => {
    const body = paragraph(
      `${run('县')}<w:ins w:id="1">${run('教育')}</w:ins><w:del w:id="2"><w:r><w:delText>公安</w:delText></w:r></w:del>${run('局')}`,
    );
    expect(await linesOf(body)).toEqual(['县教育局']);
  });

  test('a paragraph whose end was deleted goes on in the next, and is not counted', async () => {
    const parts = { numbering: abstractNum(0, [CHINESE]) + num(1, 0) };
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = `<w:p><w:pPr>${numPr}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('加强')}</w:p><w:p><w:pPr>${numPr}</w:pPr>${run('监管')}</w:p>${paragraph('甲', { numId: 1, level: 0 })}`;
    expect(await linesOf(body, parts)).toEqual(['一、加强监管', '二、甲']);
  });

  test('a text box is left out and told', async () => {
    const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph('框中文字')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const { text, notes } = await readDocx(docx(paragraph(`${run('正文')}${box}`)), '文件.docx');
    expect(text).toBe('正文\n');
    expect(notes).toEqual(['文件中有文本框，框内文字没有读取，请核对是否漏了任务。']);
  });

  test('entries of a table of contents are left out, line breaks inside a paragraph stay', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>';
    const body = paragraph('一、检查 3', { style: 'T' }) + paragraph(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}`);
    expect(await linesOf(body, { styles })).toEqual(['甲', '乙']);
  });
});
