import { addElement, addPart, type Feature, relate } from '../draft.ts';
import { FORM_NAME } from '../the-form.ts';

/** Bytes of a printer's own settings: nobody but its driver knows what they say. */
const PRINTER = Uint8Array.from({ length: 220 }, (_, index) => (index * 37 + 11) % 256);

/** Heads on every page, a print area, A3 lying, a page number at the foot. */
export const withPrintTitles: Feature = ({ form, geometry, definedNames }) => {
  const [first, last] = geometry.headRows;
  const sheet = `'${FORM_NAME}'!`;
  definedNames.push(
    `<definedName name="_xlnm.Print_Area" localSheetId="0">${sheet}$A$1:$H$${geometry.noteRow + 1}</definedName>`,
  );
  definedNames.push(`<definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}$${first}:$${last}</definedName>`);
  addElement(form, 'sheetPr', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  addElement(form, 'printOptions', '<printOptions horizontalCentered="1"/>');
  addElement(
    form,
    'headerFooter',
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
  );
};

/** A break that a person set, below the body. */
export const withPageBreaks: Feature = ({ form, geometry }) => {
  addElement(
    form,
    'rowBreaks',
    `<rowBreaks count="1" manualBreakCount="1"><brk id="${geometry.totalRow}" max="16383" man="1"/></rowBreaks>`,
  );
  addElement(
    form,
    'colBreaks',
    '<colBreaks count="1" manualBreakCount="1"><brk id="8" max="1048575" man="1"/></colBreaks>',
  );
};

export const withPrinterSettings: Feature = (draft) => {
  draft.defaults.set('bin', 'application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings');
  addPart(draft, 'xl/printerSettings/printerSettings1.bin', PRINTER);
  const id = relate(draft.form.relations, 'printerSettings', '../printerSettings/printerSettings1.bin');
  addElement(
    draft.form,
    'pageSetup',
    `<pageSetup paperSize="8" orientation="landscape" fitToHeight="0" r:id="${id}"/>`,
  );
};

/** Head and first columns stay in sight. */
export const withFrozenPanes: Feature = ({ form, geometry: { bodyRow } }) => {
  addElement(
    form,
    'sheetViews',
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="2" ySplit="${bodyRow - 1}" topLeftCell="C${bodyRow}" activePane="bottomRight" state="frozen"/><selection pane="topRight" activeCell="C1" sqref="C1"/><selection pane="bottomLeft" activeCell="A${bodyRow}" sqref="A${bodyRow}"/><selection pane="bottomRight" activeCell="C${bodyRow}" sqref="C${bodyRow}"/></sheetView></sheetViews>`,
  );
};

/** Protected without a password; cells of the body are locked all the same. */
export const withProtection: Feature = ({ form }) => {
  addElement(
    form,
    'sheetProtection',
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>',
  );
};

/** A hidden column, a hidden row above, columns of all widths. */
export const withHidden: Feature = ({ form, geometry: { noteRow } }) => {
  const widths = [6, 32, 16, 16, 10, 40, 24, 12];
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}.7109375" customWidth="1"/>`,
  );
  addElement(form, 'cols', `${cols.join('')}<col min="9" max="9" width="9.140625" hidden="1" customWidth="1"/>`);
  form.rows.set(noteRow + 3, {
    attributes: { hidden: '1' },
    cells: new Map([['A', { value: '版本：2021-11', style: 0 }]]),
  });
};

/** Rows of the body in a group that can be folded. */
export const withOutline: Feature = ({ form, geometry: { bodyRow, lastBodyRow } }) => {
  for (let row = bodyRow; row <= lastBodyRow; row++) {
    const found = form.rows.get(row);
    if (found) found.attributes = { ...found.attributes, outlineLevel: '1' };
  }
  addElement(form, 'sheetFormatPr', '<sheetFormatPr defaultRowHeight="14.25" outlineLevelRow="1"/>');
};

/** Two rows of the body share their first cells, as a task with two units does. */
export const withMergedBody: Feature = ({ form, geometry: { bodyRow } }) => {
  for (const column of ['A', 'B'])
    addElement(form, 'mergeCells', `<mergeCell ref="${column}${bodyRow}:${column}${bodyRow + 1}"/>`);
};
