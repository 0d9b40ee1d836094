import { expect, test } from 'vitest';
import { groupAgencies, swapWithNeighbour, typedNames } from '#renderer/features/agencies/agency-rows.ts';
import { agencyId, anAgency } from '../../a-matrix.ts';

const AGENCIES = [
  anAgency(1, '各乡镇人民政府', { kind: 'group', position: 1 }),
  anAgency(2, '县公安局', { position: 3, pinyin: 'xgaj' }),
  anAgency(3, '县农业农村局', { position: 2, pinyin: 'xnyncj', formerNames: ['县农业局'] }),
  anAgency(4, '县教育局', { position: 4, aliases: ['教体局'] }),
];

const shown = (words: string, stays = agencyId(0)) =>
  groupAgencies(AGENCIES, words, stays).map(({ kind, agencies }) => [kind, agencies.map((agency) => agency.id)]);

test('the directory stands by kind, within a kind in the order of the columns', () => {
  expect(shown('')).toEqual([
    ['government', [3, 2, 4]],
    ['group', [1]],
  ]);
});

test('an agency is found by initials, by an alias and by what it was called before', () => {
  expect(shown('nyncj')).toEqual([['government', [3]]]);
  expect(shown('教体')).toEqual([['government', [4]]]);
  expect(shown('农业局')).toEqual([['government', [3]]]);
});

test('the agency being edited stays listed when its new name no longer fits the search', () => {
  expect(shown('gaj', agencyId(4))).toEqual([['government', [2, 4]]]);
});

test('moving changes places with the neighbour of the same kind, and ends at the edge', () => {
  expect(swapWithNeighbour(AGENCIES, agencyId(2), -1)).toEqual([2, 3]);
  expect(swapWithNeighbour(AGENCIES, agencyId(2), 1)).toEqual([4, 2]);
  expect(swapWithNeighbour(AGENCIES, agencyId(3), -1)).toBeNull();
  expect(swapWithNeighbour(AGENCIES, agencyId(1), 1)).toBeNull();
});

test('a pasted column of names is taken without blanks and repetitions', () => {
  expect(typedNames('大阳镇\r\n 巴公镇 \n\n大阳镇、北留镇')).toEqual(['大阳镇', '巴公镇', '北留镇']);
});
