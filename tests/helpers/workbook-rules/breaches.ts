/** One change to a sound package, and what the rules must say of it. */
export type Breach = {
  readonly title: string;
  readonly part: string;
  readonly find: string | RegExp;
  readonly put: string;
  readonly says: RegExp;
};

const breachesIn =
  (part: string) =>
  (
    ...cases: readonly (readonly [title: string, find: string | RegExp, put: string, says: RegExp])[]
  ): readonly Breach[] =>
    cases.map(([title, find, put, says]) => ({ title, part, find, put, says }));

const LONG = 'あ'.repeat(300);
const FORM = 'xl/worksheets/sheet1.xml';

/** In the template `everything with macros`: its head is rows 3 to 5, its body 6 to 8, its sums row 9. */
export const BREACHES: readonly Breach[] = [
  ...breachesIn('[Content_Types].xml')(
    [
      'a part of no type',
      '<Default Extension="png" ContentType="image/png"/>',
      '',
      /no type for xl\/media\/image1\.png/,
    ],
    [
      'a type for a part that is not there',
      '</Types>',
      '<Override PartName="/xl/none.xml" ContentType="application/xml"/></Types>',
      /no part \/xl\/none\.xml/,
    ],
    [
      'an ending named twice',
      '</Types>',
      '<Default Extension="PNG" ContentType="image/png"/></Types>',
      /png is named twice/,
    ],
    [
      'a sheet that says it is a chart',
      'spreadsheetml.worksheet+xml',
      'drawingml.chart+xml',
      /leads to xl\/worksheets/,
    ],
    [
      'macros in a workbook that may have none',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      /macros/,
    ],
  ),
  ...breachesIn('xl/worksheets/_rels/sheet1.xml.rels')(
    [
      'a relationship to nothing',
      '../drawings/drawing1.xml',
      '../drawings/drawing9.xml',
      /missing part: xl\/drawings\/drawing9\.xml/,
    ],
    ['an id twice', 'Id="rId2"', 'Id="rId1"', /rId1 is there twice/i],
    ['an id that is a number', 'Id="rId1"', 'Id="1"', /“1” is no id/],
    [
      'a relationship of no family',
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing',
      'http://example.com/drawing',
      /unknown type/,
    ],
  ),
  ...breachesIn('xl/workbook.xml')(
    [
      'no sheet that can be seen',
      /<sheet ([^>]*?)(?: state="hidden")? (r:id="[^"]*")\/>/g,
      '<sheet $1 state="hidden" $2/>',
      /no visible sheet/,
    ],
    ['two sheets of one name', 'name="透视"', 'name="参数"', /two sheets are named 参数/],
    ['a sheet name with a colon', 'name="透视"', 'name="透:视"', /illegal name/],
    ['a sheet name too long', 'name="透视"', `name="${'透'.repeat(32)}"`, /illegal name/],
    ['two sheets of one sheetId', 'sheetId="3"', 'sheetId="2"', /sheetId 2/],
    ['a tab in front that is not there', '<workbookView ', '<workbookView activeTab="9" ', /activeTab 9/],
    ['a tab in front that is hidden', '<workbookView ', '<workbookView activeTab="1" ', /hidden sheet/],
    ['a name that is a cell', 'name="达标线"', 'name="AB12"', /“AB12” is no name/],
    ['a name with a blank', 'name="达标线"', 'name="达 标"', /is no name/],
    ['a name twice', 'name="达标线"', 'name="完成情况"', /完成情况 is there twice/],
    [
      'a name of a sheet that is not there',
      /name="任务数" localSheetId="0"/,
      'name="任务数" localSheetId="12"',
      /sheet 12/,
    ],
    ['a name that refers to a missing sheet', />0\.8</, '>没有!$A$1<', /missing sheet 没有/],
    [
      'print titles that are cells of no row',
      /(Print_Titles" localSheetId="0">[^<]*!)\$3:\$5/,
      '$1$3:',
      /print titles/,
    ],
    ['elements out of order', /(<sheets>.*<\/sheets>)(<definedNames>.*<\/definedNames>)/, '$2$1', /element order/],
    ['a sheet whose part is missing', /r:id="rId\d+"\/><\/sheets>/, 'r:id="rId99"/></sheets>', /rId99/],
    ['a pivot cache that has no part', 'cacheId="7" r:id=', 'cacheId="8" r:id=', /missing pivot cache 7/],
  ),
  ...breachesIn(FORM)(
    [
      'elements out of order',
      /(<mergeCells.*<\/mergeCells>)(.*)<pageMargins/,
      '$2$1<pageMargins',
      /element order: <\w+> after/,
    ],
    [
      'protection behind merges',
      /(<sheetProtection[^>]*>)(<mergeCells.*?<\/mergeCells>)/,
      '$2$1',
      /<sheetProtection> after <mergeCells>/,
    ],
    ['an element twice', '</sheetData>', '</sheetData><printOptions/>', /element order|twice/],
    ['rows that do not ascend', '<row r="7"', '<row r="6"', /row 6 after row 6/],
    ['a row beyond the last', /<row r="13"/, '<row r="1048577"', /1048577/],
    ['cells that do not ascend', '<c r="C6"', '<c r="A6"', /cell “A6”/],
    ['a cell in another row', '<c r="C6"', '<c r="C7"', /cell “C7” in row 6/],
    ['a cell beyond the last column', /<c r="H6"/, '<c r="XFE6"', /cell “XFE6”/],
    ['a look that is not there', '<c r="C6" s="4"', '<c r="C6" s="400"', /C6: s 400/],
    ['a shared text that is not there', /(<c r="C6" s="4" t="s"><v>)\d+/, '$19999', /shared string 9999/],
    ['a number that is none', /(<c r="E6" s="6">)<v>[^<]*/, '$1<v>NaN', /the number “NaN”/],
    ['a number without end', /(<c r="E6" s="6">)<v>[^<]*/, '$1<v>1e999', /the number “1e999”/],
    ['a type that is none', /<c r="C6" s="4" t="s">/, '<c r="C6" s="4" t="text">', /unknown type “text”/],
    [
      'a text in the cell without its type',
      /<c r="C6" s="4" t="s"><v>\d+<\/v>/,
      '<c r="C6" s="4"><is><t>甲</t></is>',
      /inline text/,
    ],
    [
      'a text too long',
      /<c r="C6" s="4" t="s"><v>\d+<\/v>/,
      `<c r="C6" s="4" t="inlineStr"><is><t>${LONG.repeat(120)}</t></is>`,
      /36000 characters/,
    ],
    [
      'a control character',
      /<c r="C6" s="4" t="s"><v>\d+<\/v>/,
      '<c r="C6" s="4" t="inlineStr"><is><t>\u0001</t></is>',
      /XML/,
    ],
    ['a formula that begins with =', '<f>IF(', '<f>=IF(', /begins with =/],
    ['a formula whose brackets do not match', '<f>IF(', '<f>IF((', /brackets/],
    ['a formula too long', '<f>IF(', `<f>${'1+'.repeat(4_200)}IF(`, /a formula of/],
    ['a formula that names a missing sheet', '<f>IF(', "<f>'没有 的'!A1+IF(", /missing sheet 没有 的/],
    ['a shared formula without its first', '<f>IF(', '<f t="shared" si="4"></f><f>IF(', /shared formula 4|twice/],
    ['a row too high', /<row r="1" ht="36"/, '<row r="1" ht="410"', /height of 410/],
    ['columns that overlap', '<col min="2" max="2"', '<col min="1" max="2"', /columns: 1 to 2 after 1/],
    ['a column too wide', 'width="32.7109375"', 'width="256"', /width of 256/],
    ['merged areas that overlap', 'ref="F2:H2"', 'ref="E2:H2"', /overlap/],
    ['a merged area of one cell', 'ref="F2:H2"', 'ref="F2"', /one cell/],
    ['merges counted wrong', /<mergeCells count="\d+"/, '<mergeCells count="99"', /count 99/],
    ['a conditional look that is not there', 'dxfId="1"', 'dxfId="7"', /dxfId 7 of 2/],
    ['a condition without a priority', ' priority="1"', '', /priority undefined/],
    ['a condition over no area', /<conditionalFormatting sqref="[^"]*"/, '<conditionalFormatting sqref=""', /no area/],
    ['checks counted wrong', '<dataValidations count="3"', '<dataValidations count="2"', /count 2/],
    ['a list too long', '"是,否"', `"${LONG}"`, /a list of 300/],
    ['a check of a kind that is none', 'type="decimal"', 'type="number"', /unknown type “number”/],
    ['a hint too long', 'error="请填0至1之间的数"', `error="${LONG}"`, /error of 300/],
    ['a link that is not there', /<hyperlink ref="A10" r:id="rId\d+"/, '<hyperlink ref="A10" r:id="rId77"', /rId77/],
    ['breaks counted wrong', '<rowBreaks count="1"', '<rowBreaks count="2"', /count 2/],
    ['breaks set by hand counted wrong', 'manualBreakCount="1"', 'manualBreakCount="0"', /manualBreakCount 0/],
    ['a margin that is none', 'left="0.7"', 'left="-1"', /margin left/],
    ['a foot too long', '<oddFooter>', `<oddFooter>${LONG}`, /oddFooter/],
    ['a split that splits nothing', /xSplit="2" ySplit="\d+"/, 'xSplit="0" ySplit="0"', /splits nothing/],
    ['a view of a window that is not there', 'workbookViewId="0"', 'workbookViewId="3"', /workbookViewId 3/],
    [
      'a drawing that is something else',
      /<drawing r:id="(rId\d+)"\/><legacyDrawing r:id="(rId\d+)"/,
      '<drawing r:id="$2"/><legacyDrawing r:id="$1"',
      /<drawing> leads to vmlDrawing/,
    ],
    ['comments without their boxes', /<legacyDrawing [^>]*>/, '', /without their boxes/],
    ['a prefix to be ignored that is not declared', 'mc:Ignorable="x14ac"', 'mc:Ignorable="x14ac xr"', /prefix xr/],
    ['a size that leaves cells out', '<sheetViews>', '<dimension ref="A1:B2"/><sheetViews>', /leaves out cells/],
    ['a tag that is not closed', '</sheetData>', '', /XML/],
  ),
  ...breachesIn('xl/styles.xml')(
    ['looks counted wrong', '<cellXfs count="10"', '<cellXfs count="11"', /count 11/],
    ['a font that is not there', 'fontId="4"', 'fontId="40"', /fontId 40/],
    ['a fill that is not there', 'fillId="2"', 'fillId="20"', /fillId 20/],
    ['a border that is not there', 'borderId="1"', 'borderId="10"', /borderId 10/],
    ['a format that is not there', 'numFmtId="176" fontId', 'numFmtId="177" fontId', /number format 177/],
    ['a base that is not there', 'xfId="0" applyNumberFormat', 'xfId="5" applyNumberFormat', /xfId 5/],
    ['first fills that are not the usual ones', 'patternType="gray125"', 'patternType="solid"', /first two fills/],
    [
      'a conditional look out of order',
      /<dxf>(<font>.*?<\/font>)(<fill>.*?<\/fill>)<\/dxf>/,
      '<dxf>$2$1</dxf>',
      /<font> after <fill>/,
    ],
    ['a colour of six digits', 'rgb="FF9C0006"', 'rgb="9C0006"', /colour/],
    ['a format twice', /(<numFmt [^>]*>)<\/numFmts>/, '$1$1</numFmts>', /number format 176 is there twice/],
    ['a name of a font too long', 'val="黑体"', `val="${LONG}"`, /a font named/],
  ),
  ...breachesIn('xl/sharedStrings.xml')(
    ['texts counted wrong', /uniqueCount="\d+"/, 'uniqueCount="1"', /uniqueCount 1/],
    [
      'a text too long',
      '<si><t xml:space="preserve">',
      `<si><t xml:space="preserve">${LONG.repeat(120)}`,
      /characters/,
    ],
  ),
  ...breachesIn('xl/calcChain.xml')(['a link to a cell without a formula', /r="E\d+"/, 'r="B2"', /no formula at B2/]),
  ...breachesIn('xl/tables/table1.xml')(
    ['columns counted wrong', 'tableColumns count="2"', 'tableColumns count="3"', /count 3/],
    ['two columns of one name', 'name="电话"', 'name="单位"', /columns of one name/],
    ['a name that is given away', 'displayName="联系人表"', 'displayName="完成情况"', /完成情况 is there twice/],
    ['an area of another width', / ref="A1:B2" totals/, ' ref="A1:C2" totals', /2 columns over A1:C2/],
  ),
  ...breachesIn('xl/drawings/drawing1.xml')(
    ['an anchor without its end', '<xdr:clientData/>', '', /<twoCellAnchor> holds/],
    [
      'another namespace',
      'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
      'http://example.com/x',
      /namespace/,
    ],
    ['a chart that leads to none', /r:id="rId1"/, 'r:id="rId2"', /leads to none/],
  ),
  ...breachesIn('xl/charts/chart1.xml')(
    ['an axis that is not there', '<c:axId val="111"/><c:axId', '<c:axId val="112"/><c:axId', /missing axis 112/],
    ['elements out of order', /(<c:cat>.*<\/c:cat>)(<c:val>.*<\/c:val>)/, '$2$1', /<cat> after <val>/],
    ['a series of a missing sheet', '附件2 进展统计表', '附件3', /missing sheet 附件3/],
  ),
  ...breachesIn('xl/comments1.xml')(
    ['an author that is not there', 'authorId="0"', 'authorId="3"', /author 3 of 1/],
    ['two at one cell', 'ref="E5"', 'ref="A2"', /two at A2/],
  ),
  ...breachesIn('docProps/core.xml')([
    'a moment of no type',
    ' xsi:type="dcterms:W3CDTF"',
    '',
    /of the type undefined/,
  ]),
  ...breachesIn('docProps/custom.xml')(['a number that is not given', 'pid="2"', 'pid="1"', /pid 1/]),
];
