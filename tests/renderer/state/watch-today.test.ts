// A window stays open over weekends. It asked for the lights once, and on Monday morning showed Friday's: what had become
// overdue on the 31st still waited, and December's clerk wrote into November. Nothing in it looked at the calendar.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchToday } from '#renderer/state/watch-today.ts';

const HOUR_MS = 3_600_000;

let shown: string | undefined;
const asks = vi.fn();
let page: EventTarget;
let watch: ReturnType<typeof watchToday>;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2021, 9, 31, 17, 30) });
  shown = '2021-10-31';
  asks.mockClear();
  page = new EventTarget();
  watch = watchToday({ shownDate: () => shown, onOtherDate: asks }, page as Window);
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

test('at midnight the window asks for the new day, once', () => {
  vi.advanceTimersByTime(6 * HOUR_MS);
  expect(asks).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(HOUR_MS);
  expect(asks).toHaveBeenCalledTimes(1);
  shown = '2021-11-01';
  vi.advanceTimersByTime(20 * HOUR_MS);
  expect(asks).toHaveBeenCalledTimes(1);
});

test('every midnight is met, not the first alone', () => {
  for (const day of ['2021-11-01', '2021-11-02', '2021-11-03']) {
    vi.advanceTimersByTime(24 * HOUR_MS);
    shown = day;
  }
  expect(asks).toHaveBeenCalledTimes(3);
});

test.each(['focus', 'visibilitychange'])('a machine that slept over midnight is told by %s', (sign) => {
  vi.setSystemTime(new Date(2021, 10, 1, 8, 0));
  page.dispatchEvent(new Event(sign));
  expect(asks).toHaveBeenCalledTimes(1);
});

test('one that wakes with the window in front is told by the shell', () => {
  vi.setSystemTime(new Date(2021, 10, 1, 8, 0));
  watch.look();
  expect(asks).toHaveBeenCalledTimes(1);
});

test('coming back to the window on the same day asks for nothing', () => {
  page.dispatchEvent(new Event('focus'));
  expect(asks).toHaveBeenCalledTimes(0);
});

test('a plan that is still being read is not asked for a second time', () => {
  shown = undefined;
  vi.advanceTimersByTime(24 * HOUR_MS);
  expect(asks).toHaveBeenCalledTimes(0);
});

test('a watch that has ended hears nothing any more', () => {
  watch.stop();
  vi.advanceTimersByTime(48 * HOUR_MS);
  page.dispatchEvent(new Event('focus'));
  expect(asks).toHaveBeenCalledTimes(0);
});
