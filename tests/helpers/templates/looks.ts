import { DECLARATION } from './draft.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const FONTS = [
  '<font><sz val="11"/><color theme="1"/><name val="等线"/><family val="2"/><charset val="134"/><scheme val="minor"/></font>',
  '<font><b/><sz val="18"/><name val="方正小标宋简体"/><family val="3"/><charset val="134"/></font>',
  '<font><sz val="12"/><name val="楷体_GB2312"/><family val="3"/><charset val="134"/></font>',
  '<font><sz val="12"/><name val="黑体"/><family val="3"/><charset val="134"/></font>',
  '<font><sz val="10.5"/><name val="仿宋_GB2312"/><family val="3"/><charset val="134"/></font>',
];

const EDGE = '<color indexed="64"/>';
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin">${EDGE}</${side}>`).join('')}<diagonal/></border>`,
];

const FILLS = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  '<patternFill patternType="solid"><fgColor rgb="FFD9E2F3"/><bgColor indexed="64"/></patternFill>',
];

function look(font: number, border: number, format: number, inner: string, fill = 0): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${inner}</xf>`;
}

const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const LEFT = '<alignment horizontal="left" vertical="center" wrapText="1"/>';

/** In the order of `LOOK` (the-form.ts). */
const LOOKS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  look(1, 0, 0, CENTRED),
  look(2, 0, 0, LEFT),
  look(3, 1, 0, CENTRED, 2),
  look(4, 1, 0, CENTRED),
  look(4, 1, 0, LEFT),
  look(4, 1, 10, CENTRED),
  look(4, 1, 176, CENTRED),
  look(3, 1, 0, CENTRED),
  look(4, 1, 0, `${LEFT}<protection locked="0"/>`),
];

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** The styles part of a superior's workbook. */
export function stylesXml(dxfs: readonly string[]): string {
  return [
    `${DECLARATION}<styleSheet xmlns="${MAIN}">`,
    list('numFmts', ['<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>']),
    list('fonts', FONTS),
    list(
      'fills',
      FILLS.map((fill) => `<fill>${fill}</fill>`),
    ),
    list('borders', BORDERS),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', LOOKS),
    list('cellStyles', ['<cellStyle name="常规" xfId="0" builtinId="0"/>']),
    list('dxfs', dxfs),
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>',
  ].join('');
}

const COLOURS = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const FILL_STYLE = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE_STYLE = `<a:ln w="6350">${FILL_STYLE}</a:ln>`;
const FONT_STYLE = '<a:latin typeface="等线"/><a:ea typeface=""/><a:cs typeface=""/>';
const three = (xml: string): string => xml.repeat(3);

export const THEME = [
  `${DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office 主题​​"><a:themeElements><a:clrScheme name="Office">`,
  ...COLOURS.map(
    (name, index) =>
      `<a:${name}><a:srgbClr val="${(index * 1_118_481).toString(16).padStart(6, '0').toUpperCase()}"/></a:${name}>`,
  ),
  `</a:clrScheme><a:fontScheme name="Office"><a:majorFont>${FONT_STYLE}</a:majorFont><a:minorFont>${FONT_STYLE}</a:minorFont></a:fontScheme>`,
  `<a:fmtScheme name="Office"><a:fillStyleLst>${three(FILL_STYLE)}</a:fillStyleLst><a:lnStyleLst>${three(LINE_STYLE)}</a:lnStyleLst><a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst><a:bgFillStyleLst>${three(FILL_STYLE)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
].join('');
