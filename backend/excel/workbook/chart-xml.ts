import { columnLetters } from '../cell-reference.ts';
import type { ChartCells, ChartPlan } from '../sheet-plan.ts';
import { escapedText } from './row-xml.ts';

/** Quiet blue that a copier still shows as grey. */
const BAR_COLOUR = '5B7FA8';
const LINE_COLOUR = 'D9D9D9';
const TITLE_SIZE = 1400;
const LABEL_SIZE = 900;
/** From so many bars on their names stand upright, one character below the other: side by side they would overlap. */
const UPRIGHT_FROM = 8;
/** Over more bars than this figures would run into each other; over more than the other they are rounded. */
const FIGURES_TO = 30;
const DECIMALS_TO = 12;

const NAMESPACES = [
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');

function reference(sheet: string, { column, stretches }: ChartCells): string {
  const name = `'${sheet.replaceAll("'", "''")}'`;
  const letters = columnLetters(column);
  const blocks = stretches.map(({ top, bottom }) => `${name}!$${letters}$${top}:$${letters}$${bottom}`);
  return escapedText(blocks.length === 1 ? (blocks[0] ?? '') : `(${blocks.join(',')})`);
}

function fontXml(size: number, bold = false): string {
  return `sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="333333"/></a:solidFill><a:latin typeface="宋体"/><a:ea typeface="宋体"/>`;
}

function textProperties(body: string): string {
  return `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr ${fontXml(LABEL_SIZE)}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

function titleXml(title: string): string {
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${fontXml(TITLE_SIZE, true)}</a:defRPr></a:pPr><a:r><a:rPr lang="zh-CN" ${fontXml(TITLE_SIZE, true)}</a:rPr><a:t>${escapedText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

const numbered = (values: readonly (string | number | null)[]): string =>
  values
    .map((value, index) =>
      value === null ? '' : `<c:pt idx="${index}"><c:v>${escapedText(String(value))}</c:v></c:pt>`,
    )
    .join('');

const isShare = ({ format }: ChartPlan['values']): boolean => format.includes('%');

/** A share is shown against the whole: the axis does not end at 120%. */
function axisEnd(values: ChartPlan['values']): string {
  const isWithinWhole = isShare(values) && values.numbers.every((number) => number === null || number <= 1);
  return isWithinWhole ? '<c:max val="1"/>' : '';
}

function seriesXml(sheet: string, { categories, values, seriesName }: ChartPlan): string {
  const labels = values.numbers.length <= FIGURES_TO;
  const format = escapedText(values.format);
  const labelFormat = isShare(values) && values.numbers.length > DECIMALS_TO ? '0%' : format;
  return [
    '<c:ser><c:idx val="0"/><c:order val="0"/>',
    `<c:tx><c:v>${escapedText(seriesName)}</c:v></c:tx>`,
    `<c:spPr><a:solidFill><a:srgbClr val="${BAR_COLOUR}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`,
    `<c:dLbls><c:numFmt formatCode="${labelFormat}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties('<a:bodyPr/>')}`,
    `<c:showLegendKey val="0"/><c:showVal val="${labels ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`,
    `<c:cat><c:strRef><c:f>${reference(sheet, categories)}</c:f><c:strCache><c:ptCount val="${categories.texts.length}"/>${numbered(categories.texts)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${reference(sheet, values)}</c:f><c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${values.numbers.length}"/>${numbered(values.numbers)}</c:numCache></c:numRef></c:val>`,
    '</c:ser>',
  ].join('');
}

/**
 * A chart part (ECMA-376, 21.2.2.27): upright bars whose words and numbers are those of cells, with what they hold now
 * beside, for programs that do not reckon.
 *
 * @param sheet name of the sheet that holds the cells
 */
export function chartXml(sheet: string, plan: ChartPlan): string {
  const upright = plan.categories.texts.length >= UPRIGHT_FROM;
  const series = plan.values.stretches.length === 0 ? '' : seriesXml(sheet, plan);
  const line = `<a:ln w="6350"><a:solidFill><a:srgbClr val="${LINE_COLOUR}"/></a:solidFill></a:ln>`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/>`,
    `<c:chart>${titleXml(plan.title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`,
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>`,
    '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:spPr>${line}</c:spPr>${textProperties(upright ? '<a:bodyPr rot="0" vert="eaVert"/>' : '<a:bodyPr/>')}`,
    '<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>',
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${axisEnd(plan.values)}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>${line}</c:spPr></c:majorGridlines>`,
    `<c:numFmt formatCode="${isShare(plan.values) ? '0%' : 'General'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textProperties('<a:bodyPr/>')}`,
    '<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>',
    '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${line}</c:spPr></c:chartSpace>`,
  ].join('');
}
