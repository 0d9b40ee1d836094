import { addElement, type Draft, type Feature } from '../draft.ts';
import { FORM_NAME } from '../the-form.ts';

const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const XM = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

function body({ geometry: { bodyRow, lastBodyRow } }: Draft, from: string, to = from): string {
  return `${from}${bodyRow}:${to}${lastBodyRow}`;
}

/** Red where a rate is low, grey where a task has no text. */
export const withConditions: Feature = (draft) => {
  draft.dxfs.push(
    '<dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>',
  );
  draft.dxfs.push('<dxf><fill><patternFill><bgColor rgb="FFD9D9D9"/></patternFill></fill></dxf>');
  const { bodyRow } = draft.geometry;
  addElement(
    draft.form,
    'conditionalFormatting',
    `<conditionalFormatting sqref="${body(draft, 'E')}"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0.5</formula></cfRule></conditionalFormatting>`,
  );
  addElement(
    draft.form,
    'conditionalFormatting',
    `<conditionalFormatting sqref="${body(draft, 'A', 'H')}"><cfRule type="expression" dxfId="1" priority="2"><formula>$B${bodyRow}=""</formula></cfRule></conditionalFormatting>`,
  );
};

/** A list from the hidden sheet, a share between 0 and 1, a list in the check itself. */
export const withValidations: Feature = (draft) => {
  const add = (xml: string): void => addElement(draft.form, 'dataValidations', xml);
  add(
    `<dataValidation type="decimal" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="填写提示" error="请填0至1之间的数" sqref="${body(draft, 'E')}"><formula1>0</formula1><formula2>1</formula2></dataValidation>`,
  );
  add(
    `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${body(draft, 'G')}"><formula1>参数!$A$2:$A$4</formula1></dataValidation>`,
  );
  add(
    `<dataValidation type="list" allowBlank="1" sqref="${body(draft, 'H')}"><formula1>"是,否"</formula1></dataValidation>`,
  );
};

/** What Excel 2010 and later keep in an extension: conditional formats and sparklines. */
export const withExtensions: Feature = (draft) => {
  addElement(
    draft.form,
    'extLst',
    `<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${X14}><x14:conditionalFormattings><x14:conditionalFormatting ${XM}><x14:cfRule type="dataBar" id="{6E3A1F00-0001-4000-8000-000000000001}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>${body(draft, 'E')}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>`,
  );
  addElement(
    draft.form,
    'extLst',
    `<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" ${X14}><x14:sparklineGroups ${XM}><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>${FORM_NAME.includes(' ') ? `'${FORM_NAME}'` : FORM_NAME}!${body(draft, 'E')}</xm:f><xm:sqref>J${draft.geometry.bodyRow}</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>`,
  );
};

/** Formulas of every row, and names that stand for a part of the table. */
export const withNamedFormulas: Feature = (draft) => {
  const { bodyRow, lastBodyRow } = draft.geometry;
  const sheet = `'${FORM_NAME}'!`;
  draft.definedNames.push(`<definedName name="完成情况">${sheet}$E$${bodyRow}:$E$${lastBodyRow}</definedName>`);
  draft.definedNames.push('<definedName name="达标线">0.8</definedName>');
  draft.definedNames.push(
    `<definedName name="任务数" localSheetId="0">COUNTA(${sheet}$B$${bodyRow}:$B$${lastBodyRow})</definedName>`,
  );
  for (let row = bodyRow; row <= lastBodyRow; row++) {
    draft.form.rows.get(row)?.cells.set('H', { formula: `IF(E${row}>=达标线,"达标","")`, value: '', style: 5 });
  }
};
