// What nearly all forms have is read and matched in a quick way; it must come to the same as the way for all others.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '#backend/excel/cell-reference.ts';
import { MAIN_NAMESPACE } from '#backend/excel/package/changeable-package.ts';
import type { FormBody } from '#backend/excel/template/form-body.ts';
import type { FormColumn } from '#backend/excel/template/form-columns.ts';
import { matchFormRows } from '#backend/excel/template/match-form-rows.ts';
import { sharedTexts } from '#backend/excel/template/shared-texts.ts';
import { readSheetText, valueIn } from '#backend/excel/template/sheet-text.ts';
import { fillRow } from './fill-world.ts';

type Cell = { readonly style: string; readonly type: string; readonly value: string | null };

const cellArb = fc.record<Cell>({
  style: fc.constantFrom('', '0', '7', '128'),
  type: fc.constantFrom('', 's', 'n', 'str'),
  value: fc.option(fc.constantFrom('', '0', '12.5', '&lt;', '第一项')),
});

/** Each cell in the usual manner, or in one that only a reader of tags understands. */
const MANNERS: readonly ((reference: string, cell: Cell) => string)[] = [
  (reference, { style, type, value }) => {
    const look = `${style === '' ? '' : ` s="${style}"`}${type === '' ? '' : ` t="${type}"`}`;
    return `<c r="${reference}"${look}${value === null ? '/>' : `><v>${value}</v></c>`}`;
  },
  (reference, { style, type, value }) => {
    const look = `${type === '' ? '' : ` t='${type}'`}${style === '' ? '' : ` s = "${style}"`}`;
    return `<c${look} r="${reference}" cm=">"${value === null ? '></c>' : `><!-- <v>9</v> --><v >${value}</v ></c >`}`;
  },
];

function sheetOf(rows: readonly (readonly Cell[])[], manner: (row: number, column: number) => number): string {
  const written = rows.map((cells, row) => {
    const each = cells.map((cell, column) =>
      MANNERS[manner(row, column)]?.(`${columnLetters(column * 9 + 1)}${row + 1}`, cell),
    );
    return `<row r="${row + 1}">${each.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData>${written.join('')}</sheetData></worksheet>`;
}

function cellsIn(xml: string): unknown {
  return readSheetText(xml).rows.map(({ cells }) =>
    cells.map((cell) => ({
      column: cell.column,
      style: cell.style,
      type: cell.type,
      value: valueIn(xml, cell),
      formula: cell.formulaStart,
    })),
  );
}

describe('the quick ways of filling a form', () => {
  it('cells are read alike however they are written', () => {
    const rowsArb = fc.array(fc.array(cellArb, { maxLength: 5 }), { maxLength: 5 });
    const mannerArb = fc.func(fc.nat(1));
    fc.assert(
      fc.property(rowsArb, mannerArb, (rows, manner) => {
        const usual = cellsIn(sheetOf(rows, () => 0));
        expect(usual).toEqual(
          rows.map((cells) => cells.map((cell, column) => ({ ...cell, column: column * 9 + 1, formula: -1 }))),
        );
        expect(cellsIn(sheetOf(rows, manner))).toEqual(usual);
      }),
    );
  });

  it('a cell of another row, and cells out of order, are refused in the usual manner too', () => {
    const sheet = (cells: string): string =>
      `<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
    expect(() => readSheetText(sheet('<c r="A2"/>'))).toThrow('cell A2 in row 1');
    expect(() => readSheetText(sheet('<c r="B1"/><c r="A1"/>'))).toThrow('cells out of order');
    expect(() => readSheetText(sheet('<c r="A1"/><c r="A1"><v>1</v></c>'))).toThrow('cells out of order');
  });

  it('shared words are read alike however they are written', () => {
    const usual = ['<si><t>一</t></si>', '<si><t xml:space="preserve"> 二 </t></si>', '<si><t/></si>', '<si></si>'];
    const odd = [
      '<si ><t>一</t></si>',
      '<si><!-- --><t xml:space="preserve"> 二 </t></si>',
      '<si><t></t></si>',
      '<si/>',
    ];
    const rich = '<si><r><t>三</t></r><r><t>四</t></r></si>';
    const read = (texts: readonly string[]): readonly string[] => {
      const shared = sharedTexts(`<sst xmlns="${MAIN_NAMESPACE}">${texts.join('')}</sst>`);
      return texts.map((_, place) => shared.text(place));
    };
    expect(read([...usual, rich, ...usual])).toEqual(['一', ' 二 ', '', '', '三四', '一', ' 二 ', '', '']);
    expect(read([...odd, rich, ...odd])).toEqual(['一', ' 二 ', '', '', '三四', '一', ' 二 ', '', '']);
  });

  it('rows known by their numbers are those that their words find', () => {
    const columns: readonly FormColumn[] = [
      { column: 1, letters: 'A', head: '序号', fields: ['number'] },
      { column: 2, letters: 'B', head: '任务', fields: ['task'] },
    ];
    const WORDS = ['食堂检查', '冷链管控', '农贸快检'];
    const oursArb = fc.array(fc.record({ number: fc.integer({ min: 1, max: 4 }), words: fc.constantFrom(...WORDS) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(oursArb, fc.boolean(), (said, isTurned) => {
        const ours = said.map(({ number, words }) => fillRow(number, words));
        const body = (blank: string): FormBody => ({
          first: 1,
          last: said.length,
          hasFoot: false,
          rows: (isTurned ? said.toReversed() : said).map(({ number, words }, index) => ({
            number: index + 1,
            kind: 'task',
            heading: '',
            text: (column) => (column === 1 ? String(number) : words.slice(0, 2) + blank + words.slice(2)),
          })),
        });
        const input = { rows: ours, rowsAre: 'task', agencies: [], home: [] } as const;
        // A blank within is the form's own: the words are looked up, and are the same words.
        expect(matchFormRows(body(''), columns, input)).toEqual(matchFormRows(body(' '), columns, input));
      }),
    );
  });
});
