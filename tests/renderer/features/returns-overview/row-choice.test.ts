import { expect, test } from 'vitest';
import { clickRow, keepListed, noChoice, pressRow } from '#renderer/features/returns-overview/row-choice.ts';

const IDS = ['甲', '乙', '丙', '丁', '戊'] as const;
const PLAIN = { ctrl: false, shift: false };
const CTRL = { ctrl: true, shift: false };
const SHIFT = { ctrl: false, shift: true };
type Id = (typeof IDS)[number];
const none = noChoice<Id>;

test('a click chooses one line, with Ctrl it adds and takes away, with Shift it chooses a stretch', () => {
  const one = clickRow(none(), IDS, '乙', PLAIN);
  expect([...one.chosen]).toEqual(['乙']);
  const two = clickRow(one, IDS, '丁', CTRL);
  expect([...two.chosen]).toEqual(['乙', '丁']);
  expect([...clickRow(two, IDS, '乙', CTRL).chosen]).toEqual(['丁']);
  expect([...clickRow(one, IDS, '丁', SHIFT).chosen]).toEqual(['乙', '丙', '丁']);
  expect([...clickRow(one, IDS, '甲', SHIFT).chosen]).toEqual(['甲', '乙']);
});

test('the arrows go from the first line on and stop at the last; Shift goes on from where it began', () => {
  const first = pressRow(none(), IDS, 'ArrowDown', PLAIN);
  expect(first?.at).toBe('甲');
  const end = first && pressRow(first, IDS, 'End', PLAIN);
  expect(end?.at).toBe('戊');
  expect(end && pressRow(end, IDS, 'ArrowDown', PLAIN)?.at).toBe('戊');
  const up = end && pressRow(end, IDS, 'ArrowUp', SHIFT);
  const further = up && pressRow(up, IDS, 'ArrowUp', SHIFT);
  expect([...(further?.chosen ?? [])]).toEqual(['丙', '丁', '戊']);
  const back = further && pressRow(further, IDS, 'ArrowDown', SHIFT);
  expect([...(back?.chosen ?? [])]).toEqual(['丁', '戊']);
});

test('Ctrl moves without choosing, the space bar then adds; Ctrl+A chooses all, Escape none', () => {
  const one = clickRow(none(), IDS, '甲', PLAIN);
  const moved = pressRow(one, IDS, 'ArrowDown', CTRL);
  expect([...(moved?.chosen ?? [])]).toEqual(['甲']);
  const added = moved && pressRow(moved, IDS, ' ', PLAIN);
  expect([...(added?.chosen ?? [])]).toEqual(['甲', '乙']);
  expect(pressRow(one, IDS, 'a', CTRL)?.chosen.size).toBe(5);
  expect(pressRow(one, IDS, 'Escape', PLAIN)?.chosen.size).toBe(0);
});

test('other keys, and keys in an empty list, are left alone', () => {
  expect(pressRow(none(), IDS, 'x', PLAIN)).toBeNull();
  expect(pressRow(none(), IDS, 'Escape', PLAIN)).toBeNull();
  expect(pressRow(none(), [], 'ArrowDown', PLAIN)).toBeNull();
});

test('what a filter leaves out is not chosen any more: 催办 would go to somebody who cannot be seen', () => {
  const both = clickRow(clickRow(none(), IDS, '甲', PLAIN), IDS, '丁', CTRL);
  expect(keepListed(both, ['丁', '戊'])).toEqual({ chosen: new Set(['丁']), at: '丁', anchor: '丁' });
});
