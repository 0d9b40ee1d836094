import {
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

const MAIN =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const FIELDS =
  '<cacheFields count="2"><cacheField name="状态" numFmtId="0"><sharedItems count="3"><s v="已完成"/><s v="推进中"/><s v="未启动"/></sharedItems></cacheField><cacheField name="数量" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="1" maxValue="5"/></cacheField></cacheFields>';

const RECORDS = '<r><x v="0"/><n v="3"/></r><r><x v="1"/><n v="5"/></r><r><x v="2"/><n v="1"/></r>';

const TABLE = [
  '<location ref="A3:B7" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>',
  '<pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="4"><item x="0"/><item x="1"/><item x="2"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields>',
  '<rowFields count="1"><field x="0"/></rowFields><rowItems count="4"><i><x/></i><i><x v="1"/></i><i><x v="2"/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems>',
  '<dataFields count="1"><dataField name="求和项:数量" fld="1" baseField="0" baseItem="0"/></dataFields><pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/>',
].join('');

/** A pivot table on a sheet of its own, with its cache, over the hidden sheet of lists. */
export const withPivot: Feature = (draft) => {
  const sheet = addSheet(draft, '透视');
  for (const [index, [word, number]] of (
    [
      ['行标签', '求和项:数量'],
      ['已完成', 3],
      ['推进中', 5],
      ['未启动', 1],
      ['总计', 9],
    ] as const
  ).entries()) {
    putCell(sheet, index + 3, 'A', { value: word, style: 0 });
    putCell(sheet, index + 3, 'B', { value: number, style: 0 });
  }
  const cache = 'xl/pivotCache/pivotCacheDefinition1.xml';
  const cacheRelations: Relations = { xml: [] };
  const records = relate(cacheRelations, 'pivotCacheRecords', 'pivotCacheRecords1.xml');
  addPart(
    draft,
    cache,
    `${DECLARATION}<pivotCacheDefinition ${MAIN} r:id="${records}" refreshedBy="督查室" refreshedDate="44500" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="3"><cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="参数"/></cacheSource>${FIELDS}</pivotCacheDefinition>`,
    `${SHEET_TYPE}.pivotCacheDefinition+xml`,
  );
  addPart(
    draft,
    'xl/pivotCache/pivotCacheRecords1.xml',
    `${DECLARATION}<pivotCacheRecords ${MAIN} count="3">${RECORDS}</pivotCacheRecords>`,
    `${SHEET_TYPE}.pivotCacheRecords+xml`,
  );
  addRelations(draft, cache, cacheRelations);
  const table = 'xl/pivotTables/pivotTable1.xml';
  const tableRelations: Relations = { xml: [] };
  relate(tableRelations, 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml');
  addPart(
    draft,
    table,
    `${DECLARATION}<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" name="数据透视表1" cacheId="7" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="值" updatedVersion="6" minRefreshableVersion="3" createdVersion="6">${TABLE}</pivotTableDefinition>`,
    `${SHEET_TYPE}.pivotTable+xml`,
  );
  addRelations(draft, table, tableRelations);
  relate(sheet.relations, 'pivotTable', '../pivotTables/pivotTable1.xml');
  const id = relate(draft.bookRelations, 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml');
  draft.bookTail.push(`<pivotCaches><pivotCache cacheId="7" r:id="${id}"/></pivotCaches>`);
};
