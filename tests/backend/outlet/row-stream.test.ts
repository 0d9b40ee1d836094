import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRows, takeRows } from '#backend/outlet/row-stream.ts';

const taken = (rows: Iterable<unknown>): readonly unknown[] => {
  const { port, count } = packRows(rows);
  const back = [...takeRows(port)];
  expect(count).toBe(back.length);
  return back;
};

const aValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.constant(''),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'length', 'values', 'fields', 'constructor'), tie('value'), {
      noNullPrototype: true,
    }),
  ),
})).value;

it('rows cross as they are, of whatever plain shape, in their order', () => {
  fc.assert(
    fc.property(fc.array(aValue, { maxLength: 250 }), (rows) => {
      expect(taken(rows)).toEqual(rows);
    }),
  );
});

it('rows of one shape cross as they are, with records in them that some rows lack, over many parcels', () => {
  const rows = Array.from({ length: 1_234 }, (_, index) => ({
    task: index,
    role: index % 3 === 0 ? null : 'lead',
    told: index < 500 ? { status: 'done', percent: index / 7, narrative: `第 ${index} 行` } : null,
    light: { word: '推进中', colour: 'blue' },
    marks: [{ agency: 1 }, { agency: 2, light: undefined }],
  }));
  expect(taken(rows)).toEqual(rows);
  expect(taken([])).toEqual([]);
});

it('rows are gone through at once, and a row that is no plain data is refused', () => {
  let made = 0;
  function* rows() {
    while (made < 300) yield { number: ++made };
  }
  const { port } = packRows(rows());
  expect(made).toBe(300);
  port.close();
  expect(() => packRows([{ surprise: () => 'code' }])).toThrow(/could not be cloned/);
});
