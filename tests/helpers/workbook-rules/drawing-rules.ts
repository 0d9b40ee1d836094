import { formulaFaults } from './formula-rules.ts';
import type { Package } from './package.ts';
import { LAST_COLUMN, LAST_ROW } from './references.ts';
import {
  childOf,
  childrenOf,
  everyElement,
  orderFaults,
  plainChildren,
  wholeNumber,
  type XmlElement,
} from './xml-tree.ts';

const DRAWING_SPACES = [
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
];
const SHAPES = ['sp', 'grpSp', 'graphicFrame', 'cxnSp', 'pic', 'contentPart'];
const ANCHORS: Readonly<Record<string, readonly string[]>> = {
  twoCellAnchor: ['from', 'to'],
  oneCellAnchor: ['from', 'ext'],
  absoluteAnchor: ['pos', 'ext'],
};

const SERIES = ['idx', 'order', 'tx', 'spPr'];
const AXIS = [
  'axId',
  'scaling',
  'delete',
  'axPos',
  'majorGridlines',
  'minorGridlines',
  'title',
  'numFmt',
  'majorTickMark',
  'minorTickMark',
  'tickLblPos',
  'spPr',
  'txPr',
  'crossAx',
  'crosses',
  'crossesAt',
];

/** Orders of what stands in a chart; what is not here is not looked at. */
const CHART_ORDERS: Readonly<Record<string, readonly string[]>> = {
  chartSpace: [
    'date1904',
    'lang',
    'roundedCorners',
    'style',
    'clrMapOvr',
    'pivotSource',
    'protection',
    'chart',
    'spPr',
    'txPr',
    'externalData',
    'printSettings',
    'userShapes',
    'extLst',
  ],
  chart: [
    'title',
    'autoTitleDeleted',
    'pivotFmts',
    'view3D',
    'floor',
    'sideWall',
    'backWall',
    'plotArea',
    'legend',
    'plotVisOnly',
    'dispBlanksAs',
    'showDLblsOverMax',
    'extLst',
  ],
  barChart: [
    'barDir',
    'grouping',
    'varyColors',
    'ser*',
    'dLbls',
    'gapWidth',
    'overlap',
    'serLines*',
    'axId*',
    'extLst',
  ],
  catAx: [...AXIS, 'auto', 'lblAlgn', 'lblOffset', 'tickLblSkip', 'tickMarkSkip', 'noMultiLvlLbl', 'extLst'],
  valAx: [...AXIS, 'crossBetween', 'majorUnit', 'minorUnit', 'dispUnits', 'extLst'],
  legend: ['legendPos', 'legendEntry*', 'layout', 'overlay', 'spPr', 'txPr', 'extLst'],
  title: ['tx', 'layout', 'overlay', 'spPr', 'txPr', 'extLst'],
  strRef: ['f', 'strCache', 'extLst'],
  numRef: ['f', 'numCache', 'extLst'],
  strCache: ['ptCount', 'pt*', 'extLst'],
  numCache: ['formatCode', 'ptCount', 'pt*', 'extLst'],
  dLbls: [
    'dLbl*',
    'delete',
    'numFmt',
    'spPr',
    'txPr',
    'dLblPos',
    'showLegendKey',
    'showVal',
    'showCatName',
    'showSerName',
    'showPercent',
    'showBubbleSize',
    'separator',
    'showLeaderLines',
    'leaderLines',
    'extLst',
  ],
};
const BAR_SERIES = [
  ...SERIES,
  'invertIfNegative',
  'pictureOptions',
  'dPt*',
  'dLbls',
  'trendline*',
  'errBars',
  'cat',
  'val',
  'shape',
  'extLst',
];

function anchorFaults(anchor: XmlElement): readonly string[] {
  const places = ANCHORS[anchor.local];
  if (!places) return [`<${anchor.local}> is no anchor`];
  const faults: string[] = [];
  const children = plainChildren(anchor);
  const names = children.map(({ local }) => local);
  const [first, second, shape, last] = names;
  if (first !== places[0] || second !== places[1] || !SHAPES.includes(shape ?? '') || last !== 'clientData') {
    faults.push(`element order: <${anchor.local}> holds ${names.join(', ')}`);
  }
  for (const place of children.filter(({ local }) => local === 'from' || local === 'to')) {
    const column = Number(childOf(place, 'col')?.text ?? Number.NaN);
    const row = Number(childOf(place, 'row')?.text ?? Number.NaN);
    const isThere =
      Number.isInteger(column) &&
      Number.isInteger(row) &&
      column >= 0 &&
      row >= 0 &&
      column < LAST_COLUMN &&
      row < LAST_ROW;
    if (!isThere) faults.push(`an anchor at row ${row}, column ${column}`);
    faults.push(...orderFaults(place, ['col', 'colOff', 'row', 'rowOff']));
  }
  return faults;
}

function drawingFaults(part: string, root: XmlElement, pack: Package): readonly string[] {
  const faults: string[] = [];
  if (!DRAWING_SPACES.includes(root.uri)) faults.push(`the namespace ${root.uri}`);
  for (const anchor of plainChildren(root)) faults.push(...anchorFaults(anchor));
  const kindOf = (id: string | undefined): string | undefined =>
    pack.relationsOf(part).find((relation) => relation.id === id)?.kind;
  for (const element of everyElement(root)) {
    if (element.local === 'chart' && kindOf(element.attributes['r:id']) !== 'chart')
      faults.push('a chart that leads to none');
    const picture = element.local === 'blip' ? element.attributes['r:embed'] : undefined;
    if (picture !== undefined && kindOf(picture) !== 'image') faults.push('a picture that leads to none');
    if (
      element.local === 'cNvPr' &&
      (!(wholeNumber(element, 'id') !== undefined) || element.attributes['name'] === undefined)
    )
      faults.push('a shape without a number or name');
  }
  return faults.map((fault) => `${part}: drawings: ${fault}`);
}

function axisFaults(plot: XmlElement): readonly string[] {
  const axes = plot.children.filter(({ local }) => local.endsWith('Ax'));
  const known = new Set(axes.map((axis) => childOf(axis, 'axId')?.attributes['val']));
  const faults = known.size === axes.length ? [] : ['two axes of one number'];
  for (const chart of plot.children.filter(({ local }) => /Chart$/.test(local))) {
    for (const { attributes } of childrenOf(chart, 'axId'))
      if (!known.has(attributes['val'])) faults.push(`the missing axis ${attributes['val']}`);
    if (/^(bar|line|area)Chart$/.test(chart.local) && childrenOf(chart, 'axId').length !== 2)
      faults.push(`${chart.local} without its two axes`);
  }
  for (const axis of axes) {
    const crossed = childOf(axis, 'crossAx')?.attributes['val'];
    if (!known.has(crossed)) faults.push(`an axis that crosses the missing ${crossed}`);
  }
  return faults;
}

function chartFaults(part: string, root: XmlElement, sheetNames: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  const plot = childOf(childOf(root, 'chart'), 'plotArea');
  if (!plot) return [`${part}: charts: nothing is drawn`];
  faults.push(...axisFaults(plot));
  const series = [...everyElement(plot)].filter(({ local, uri }) => local === 'ser' && uri === root.uri);
  for (const name of ['idx', 'order']) {
    const numbers = series.map((one) => childOf(one, name)?.attributes['val']);
    if (new Set(numbers).size !== numbers.length || numbers.includes(undefined))
      faults.push(`series of one ${name}, or of none`);
  }
  for (const element of everyElement(root)) {
    if (element.uri !== root.uri) continue;
    const order = CHART_ORDERS[element.local];
    if (order) faults.push(...orderFaults(element, order));
    if (element.local === 'barChart')
      for (const one of childrenOf(element, 'ser')) faults.push(...orderFaults(one, BAR_SERIES));
    if (element.local === 'f')
      for (const fault of formulaFaults(element.text, sheetNames)) faults.push(`${element.text}: ${fault}`);
    if (/^(str|num)Cache$/.test(element.local)) {
      const count = wholeNumber(childOf(element, 'ptCount'), 'val') ?? 0;
      if (childrenOf(element, 'pt').some((point) => !((wholeNumber(point, 'idx') ?? -1) < count)))
        faults.push(`a point beyond its ${count}`);
    }
  }
  return faults.map((fault) => `${part}: charts: ${fault}`);
}

/** Rules of drawings and charts. */
export function allDrawingFaults(pack: Package, sheetNames: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  for (const [part, tree] of pack.trees) {
    if (tree.local === 'wsDr') faults.push(...drawingFaults(part, tree, pack));
    if (tree.local === 'chartSpace') faults.push(...chartFaults(part, tree, sheetNames));
  }
  return faults;
}
