import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPage, pageShown, settlePages, stepPage, usePageDesk } from '#renderer/features/pages/page-desk.ts';
import { currentScreen } from '#renderer/state/screen.ts';
import { PlanIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';

const task = (id: number) => ({ kind: 'task', taskId: TaskIdSchema.parse(id) }) as const;
const leader = { kind: 'leader', name: '张三' } as const;
const shown = () => pageShown(usePageDesk.getState());

beforeEach(() => {
  // The screen in front takes the focus out of the cell before it; there is none here.
  vi.stubGlobal('document', { activeElement: null });
  vi.stubGlobal('HTMLElement', class {});
  settlePages(PlanIdSchema.parse(1));
  settlePages(PlanIdSchema.parse(2));
});

afterEach(() => vi.unstubAllGlobals());

test('pages are gone back and forward through as in a browser', () => {
  openPage(task(1));
  openPage(leader);
  openPage(task(2));
  expect(currentScreen()).toBe('pages');
  stepPage(-1);
  expect(shown()).toEqual(leader);
  expect(usePageDesk.getState().kind).toBe('leader');
  stepPage(-1);
  stepPage(-1);
  expect(shown()).toEqual(task(1));
  stepPage(1);
  expect(shown()).toEqual(leader);
  // A page opened from the middle takes the place of what came after.
  openPage(task(3));
  stepPage(1);
  expect(shown()).toEqual(task(3));
  stepPage(-1);
  expect(shown()).toEqual(leader);
});

test('the same page again is no step', () => {
  openPage(task(1));
  openPage(task(1));
  expect(usePageDesk.getState().visited).toHaveLength(1);
});

test('another plan has pages of its own', () => {
  openPage(task(1));
  settlePages(PlanIdSchema.parse(1));
  expect(shown()).toBeUndefined();
});
