import type { ChartPlan, SheetPlan } from '../sheet-plan.ts';
import { chartXml } from './chart-xml.ts';
import { escapedText } from './row-xml.ts';
import type { Skeleton } from './skeleton.ts';
import type { PackagePart } from './zip-stream.ts';

/**
 * A native chart is four parts (ECMA-376, 20.5 and 21.2): the sheet's relationships name a drawing, the drawing's name a
 * chart. No kept library places one, and the one that draws the rest of the workbook knows none.
 *
 *   sheet1.xml <drawing r:id="rId1"/>  ->  drawings/drawing1.xml  ->  charts/chart1.xml
 */
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

/** The element that places the sheet's drawing, or nothing. */
export function drawingElement(plan: SheetPlan): string {
  return plan.chart ? '<drawing r:id="rId1"/>' : '';
}

type Charted = { readonly number: number; readonly plan: SheetPlan; readonly chart: () => ChartPlan };

/** Sheets with a chart, by the number in the names of their parts. */
function charted(sheets: readonly SheetPlan[]): readonly Charted[] {
  return sheets.flatMap((plan, index): Charted[] =>
    plan.chart ? [{ number: index + 1, plan, chart: plan.chart }] : [],
  );
}

/** The skeleton with the kinds of the chart's parts declared. */
export function withChartParts(skeleton: Skeleton, sheets: readonly SheetPlan[]): Skeleton {
  const declared = charted(sheets)
    .flatMap(({ number }) => [
      `<Override PartName="/xl/drawings/drawing${number}.xml" ContentType="${TYPES.drawing}"/>`,
      `<Override PartName="/xl/charts/chart${number}.xml" ContentType="${TYPES.chart}"/>`,
    ])
    .join('');
  const kinds = skeleton.get('[Content_Types].xml') ?? '';
  return new Map(skeleton).set('[Content_Types].xml', kinds.replace('</Types>', `${declared}</Types>`));
}

/** The parts themselves, made when the sheets' rows are written: what a chart shows is known then. */
export function chartParts(sheets: readonly SheetPlan[]): readonly PackagePart[] {
  return charted(sheets).flatMap(({ number, plan, chart }): PackagePart[] => [
    {
      name: `xl/worksheets/_rels/sheet${number}.xml.rels`,
      pieces: [relation('drawing', `../drawings/drawing${number}.xml`)],
    },
    {
      name: `xl/drawings/_rels/drawing${number}.xml.rels`,
      pieces: [relation('chart', `../charts/chart${number}.xml`)],
    },
    { name: `xl/drawings/drawing${number}.xml`, pieces: later(() => drawingXml(chart(), plan)) },
    { name: `xl/charts/chart${number}.xml`, pieces: later(() => chartXml(plan.name, chart())) },
  ]);
}

function* later(text: () => string): Generator<string> {
  yield text();
}

function relation(kind: 'drawing' | 'chart', target: string): string {
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${kind}" Target="${target}"/></Relationships>`;
}

const EMU_PER_POINT = 12_700;
const EMU_PER_PIXEL = 9_525;
/** Between the chart and the ends of its row: on paper a line on the very edge is cut away. Points. */
const INSET = 4;

/** Where the chart lies: it moves and stretches with its cells. */
function drawingXml({ place, title }: ChartPlan, { columns }: SheetPlan): string {
  const { row, height, left, right } = place;
  const inset = INSET * EMU_PER_POINT;
  const lastWidth = Math.round((columns[right - 1]?.width ?? 0) * 7 + 5) * EMU_PER_PIXEL;
  const corner = (name: 'from' | 'to', column: number, across: number, down: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${across}</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>${down}</xdr:rowOff></xdr:${name}>`;
  const name = escapedText(title).replaceAll('"', '&quot;');
  return [
    `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`,
    `<xdr:twoCellAnchor>${corner('from', left - 1, 0, 0)}${corner('to', right - 1, Math.max(0, lastWidth - inset), height * EMU_PER_POINT - inset)}`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">',
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${RELATIONS}" r:id="rId1"/>`,
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>',
  ].join('');
}
