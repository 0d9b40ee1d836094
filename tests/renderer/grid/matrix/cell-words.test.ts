// What is said of a cell: by the tooltip with the reason, by the progress view in a few characters.
import { expect, it } from 'vitest';
import { cellTip, progressWords, spokenWords } from '#renderer/grid/matrix/cell-words.ts';
import { buildRows } from '#renderer/view/matrix-rows.ts';
import { RED_YELLOW_GREEN_SET } from '#shared/domain/light-sets/red-yellow-green.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import { agencyId, anAgency, aTask } from '../../a-matrix.ts';

const AGENCY = anAgency(1, '县公安局');
const rowWith = (light: string) => buildRows([], [aTask(5, null, '任务', { 1: ['lead', light] })])[0];

it('a tooltip says the light in the words of the rules in use, and why', () => {
  expect(cellTip(rowWith('overdue'), AGENCY, WORDS_SET.lights)).toBe('县公安局 · 第5项 · 牵头 · 逾期未报\n因为overdue');
  expect(cellTip(rowWith('red'), AGENCY, RED_YELLOW_GREEN_SET.lights)).toBe('县公安局 · 第5项 · 牵头 · 红灯\n因为red');
  expect(cellTip(rowWith('red'), anAgency(2, '县林业局'), WORDS_SET.lights)).toBe('');
});

it('a narrow cell and a screen reader use the words of the rules in use', () => {
  const row = rowWith('reported');
  const cell = row?.kind === 'task' ? row.cells.get(agencyId(1)) : undefined;
  expect(cell && progressWords({ ...cell, percent: 40 }, WORDS_SET.lights)).toBe('● 已报送 40%');
  expect(spokenWords(row, AGENCY, WORDS_SET.lights)).toBe('县公安局，第5项，牵头，已报送，未注明状态');
});
