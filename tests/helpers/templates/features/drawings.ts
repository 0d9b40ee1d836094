import {
  addElement,
  addPart,
  addRelations,
  DECLARATION,
  type Draft,
  type Feature,
  type Relations,
  relate,
} from '../draft.ts';
import { FORM_NAME } from '../the-form.ts';

const SPACES = [
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');

const CHART_SPACES = SPACES.replace(
  /xmlns:xdr="[^"]*"/,
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
);

/** A square of one colour: the smallest picture there is. */
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

export type Drawn = 'chart' | 'picture' | 'text box';

function anchor(column: number, row: number, shape: string): string {
  const place = (name: string, at: number, down: number): string =>
    `<xdr:${name}><xdr:col>${at}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${down}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor editAs="oneCell">${place('from', column, row)}${place('to', column + 4, row + 8)}${shape}<xdr:clientData/></xdr:twoCellAnchor>`;
}

function chartXml({ geometry: { bodyRow, lastBodyRow } }: Draft): string {
  const ref = (column: string): string => `'${FORM_NAME}'!$${column}$${bodyRow}:$${column}$${lastBodyRow}`;
  const axis = (name: string, own: number, other: number, place: string, more: string): string =>
    `<c:${name}><c:axId val="${own}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/><c:crossAx val="${other}"/><c:crosses val="autoZero"/>${more}</c:${name}>`;
  return [
    `${DECLARATION}<c:chartSpace ${CHART_SPACES}><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>`,
    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:invertIfNegative val="0"/>',
    `<c:cat><c:strRef><c:f>${ref('B')}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${ref('E')}</c:f></c:numRef></c:val></c:ser>`,
    '<c:gapWidth val="182"/><c:axId val="111"/><c:axId val="222"/></c:barChart>',
    axis(
      'catAx',
      111,
      222,
      'l',
      '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>',
    ),
    axis('valAx', 222, 111, 'b', '<c:crossBetween val="between"/>'),
    '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>',
  ].join('');
}

function shapeOf(what: Drawn, draft: Draft, relations: Relations): string {
  switch (what) {
    case 'chart': {
      addPart(
        draft,
        'xl/charts/chart1.xml',
        chartXml(draft),
        'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      );
      const id = relate(relations, 'chart', '../charts/chart1.xml');
      return `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
    }
    case 'picture': {
      draft.defaults.set('png', 'image/png');
      addPart(draft, 'xl/media/image1.png', PNG);
      const id = relate(relations, 'image', '../media/image1.png');
      return `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="图片 2"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;
    }
    case 'text box':
      return '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="4" name="文本框 3"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>加盖公章</a:t></a:r></a:p></xdr:txBody></xdr:sp>';
  }
}

/** Things drawn on the form: right of the table, so that they stand beside it. */
export function withDrawings(...what: readonly Drawn[]): Feature {
  return (draft) => {
    const relations: Relations = { xml: [] };
    const anchors = what.map((one, index) => anchor(9, 1 + index * 9, shapeOf(one, draft, relations)));
    const part = 'xl/drawings/drawing1.xml';
    const xml = `${DECLARATION}<xdr:wsDr ${SPACES}>${anchors.join('')}</xdr:wsDr>`;
    addPart(draft, part, xml, 'application/vnd.openxmlformats-officedocument.drawing+xml');
    addRelations(draft, part, relations);
    const id = relate(draft.form.relations, 'drawing', '../drawings/drawing1.xml');
    addElement(draft.form, 'drawing', `<drawing r:id="${id}"/>`);
  };
}
