import { expect, it } from 'vitest';
import { beginDraft, changeDraft, doAgain, takeBack } from '#renderer/features/layouts/draft-history.ts';

it('takes back step by step, and does again what was taken back', () => {
  const one = changeDraft(beginDraft('a'), 'b');
  const two = changeDraft(one, 'c');
  expect(takeBack(two).now).toBe('b');
  expect(takeBack(takeBack(two)).now).toBe('a');
  expect(doAgain(takeBack(takeBack(two))).now).toBe('b');
  expect(doAgain(doAgain(takeBack(takeBack(two)))).now).toBe('c');
});

it('takes typing in one field back at once, and in another one by itself', () => {
  let history = beginDraft('');
  for (const text of ['标', '标题']) history = changeDraft(history, text, 'title');
  history = changeDraft(history, '标题，注', 'notes');
  expect(takeBack(history).now).toBe('标题');
  expect(takeBack(takeBack(history)).now).toBe('');
});

it('begins a step of its own after something was taken back, and forgets what came then', () => {
  const history = takeBack(changeDraft(beginDraft('a'), 'b', 'title'));
  const next = changeDraft(history, 'x', 'title');
  expect(next.future).toEqual([]);
  expect(takeBack(next).now).toBe('a');
});

it('does nothing at its ends, or when nothing changes', () => {
  const history = beginDraft('a');
  expect(takeBack(history)).toBe(history);
  expect(doAgain(history)).toBe(history);
  expect(changeDraft(history, 'a')).toBe(history);
});
