import {
  addElement,
  addPart,
  addRelations,
  addSheet,
  DECLARATION,
  type Feature,
  putCell,
  type Relations,
  relate,
  SHEET_TYPE,
} from '../draft.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Macros: bytes that only Office reads, and that nobody may touch. */
export const withMacros: Feature = (draft) => {
  draft.hasMacros = true;
  const bytes = Uint8Array.from({ length: 4_096 }, (_, index) => (index * 31 + (index >> 3)) % 256);
  addPart(draft, 'xl/vbaProject.bin', bytes, 'application/vnd.ms-office.vbaProject');
  relate(draft.bookRelations, 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin');
};

const shape = (id: number, row: number, column: number): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='position:absolute;margin-left:60pt;margin-top:2pt;width:108pt;height:60pt;z-index:1;visibility:hidden' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>5, 15, 1, 10, 7, 15, 5, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;

const BUTTON =
  '<v:shape id="_x0000_s1030" type="#_x0000_t201" style=\'position:absolute;margin-left:400pt;margin-top:4pt;width:80pt;height:24pt\' o:button="t"><x:ClientData ObjectType="Button"><x:Anchor>9, 0, 0, 5, 10, 20, 1, 10</x:Anchor><x:PrintObject>False</x:PrintObject><x:TextHAlign>Center</x:TextHAlign></x:ClientData></v:shape>';

/** Comments on a head and on the unit line, with the boxes they stand in, and a button. */
export const withComments: Feature = (draft) => {
  const { form, geometry } = draft;
  const head = geometry.headRows[1];
  const comment = (ref: string, text: string): string =>
    `<comment ref="${ref}" authorId="0" shapeId="0"><text><r><rPr><sz val="9"/></rPr><t>${text}</t></r></text></comment>`;
  addPart(
    draft,
    'xl/comments1.xml',
    `${DECLARATION}<comments xmlns="${MAIN}"><authors><author>督查室</author></authors><commentList>${comment('A2', '填单位全称')}${comment(`E${head}`, '填百分数')}</commentList></comments>`,
    `${SHEET_TYPE}.comments+xml`,
  );
  draft.defaults.set('vml', VML_TYPE);
  addPart(
    draft,
    'xl/drawings/vmlDrawing1.vml',
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${shape(1025, 1, 0)}${shape(1026, head - 1, 4)}${BUTTON}</xml>`,
  );
  relate(form.relations, 'comments', '../comments1.xml');
  const id = relate(form.relations, 'vmlDrawing', '../drawings/vmlDrawing1.vml');
  addElement(form, 'legacyDrawing', `<legacyDrawing r:id="${id}"/>`);
};

/** A button of the form, as Excel 2010 writes it beside its old drawing: alternatives, and a part of its own. */
export const withFormControl: Feature = (draft) => {
  const part = 'xl/ctrlProps/ctrlProp1.xml';
  addPart(
    draft,
    part,
    `${DECLARATION}<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Button" lockText="1"/>`,
    'application/vnd.ms-excel.controlproperties+xml',
  );
  const id = relate(draft.form.relations, 'ctrlProp', '../ctrlProps/ctrlProp1.xml');
  const place = (name: string, column: number): string =>
    `<${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></${name}>`;
  const choice = `<control shapeId="1030" r:id="${id}" name="按钮 6"><controlPr defaultSize="0" print="0" autoFill="0" autoPict="0"><anchor moveWithCells="1" sizeWithCells="1" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">${place('from', 9)}${place('to', 10)}</anchor></controlPr></control>`;
  addElement(
    draft.form,
    'controls',
    `<mc:AlternateContent><mc:Choice Requires="x14"><controls>${choice}</controls></mc:Choice></mc:AlternateContent>`,
  );
};

/** Links of a cell to an address outside, and to a place inside. */
export const withLinks: Feature = ({ form, geometry }) => {
  const id = relate(form.relations, 'hyperlink', 'http://www.zezhou.gov.cn/?a=1&b=2', 'External');
  addElement(form, 'hyperlinks', `<hyperlink ref="A${geometry.noteRow}" r:id="${id}" tooltip="通知原文"/>`);
  addElement(form, 'hyperlinks', `<hyperlink ref="F${geometry.noteRow + 1}" location="参数!A1" display="参数"/>`);
};

/** A table (ListObject) on a sheet of its own. */
export const withTable: Feature = (draft) => {
  const sheet = addSheet(draft, '联系人');
  for (const [index, [name, phone]] of (
    [
      ['单位', '电话'],
      ['督查室', '0356-1'],
    ] as const
  ).entries()) {
    putCell(sheet, index + 1, 'A', { value: name, style: 0 });
    putCell(sheet, index + 1, 'B', { value: phone, style: 0 });
  }
  addPart(draft, 'xl/tables/table1.xml', tableXml(1, '联系人表', 'A1:B2', ['单位', '电话']), `${SHEET_TYPE}.table+xml`);
  const id = relate(sheet.relations, 'table', '../tables/table1.xml');
  addElement(sheet, 'tableParts', `<tablePart r:id="${id}"/>`);
};

/** The form itself is a table (ListObject): its head is one row, nothing in it is merged. */
export const withFormAsTable: Feature = (draft) => {
  const { form, geometry } = draft;
  const heads = [...(form.rows.get(geometry.headRows[0])?.cells.values() ?? [])].map(({ value }) => String(value));
  const ref = `A${geometry.headRows[0]}:H${geometry.lastBodyRow}`;
  addPart(draft, 'xl/tables/table2.xml', tableXml(2, '进展表', ref, heads), `${SHEET_TYPE}.table+xml`);
  const id = relate(form.relations, 'table', '../tables/table2.xml');
  addElement(form, 'tableParts', `<tablePart r:id="${id}"/>`);
};

function tableXml(id: number, name: string, ref: string, heads: readonly string[]): string {
  const columns = heads.map((head, index) => `<tableColumn id="${index + 1}" name="${head}"/>`);
  return `${DECLARATION}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}

/** A part of somebody's own XML, and properties that a document system wrote. */
export const withCustomParts: Feature = (draft) => {
  const relations: Relations = { xml: [] };
  relate(relations, 'customXmlProps', 'itemProps1.xml');
  addPart(
    draft,
    'customXml/item1.xml',
    '<?xml version="1.0"?><流转 xmlns="urn:gov:oa"><文号>泽政督〔2021〕3号</文号></流转>',
  );
  addPart(
    draft,
    'customXml/itemProps1.xml',
    `${DECLARATION}<ds:datastoreItem ds:itemID="{5F0B0A55-1111-4222-8333-444455556666}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  );
  addRelations(draft, 'customXml/item1.xml', relations);
  relate(draft.bookRelations, 'customXml', '../customXml/item1.xml');
  addPart(
    draft,
    'docProps/custom.xml',
    `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="密级"><vt:lpwstr>内部</vt:lpwstr></property></Properties>`,
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  );
  relate(draft.rootRelations, 'custom-properties', 'docProps/custom.xml');
  addPart(
    draft,
    'docProps/core.xml',
    `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>督查室</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2021-01-04T01:00:00Z</dcterms:created></cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  relate(
    draft.rootRelations,
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  );
};
