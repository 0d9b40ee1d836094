// Ctrl+J opened the go-to dialog with the cursor on its cross: the first letters were lost, and Enter closed it. Half of
// the other dialogs began there too.
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { OpenDialog, ReturnsDialog } from '#renderer/state/window-state.ts';
import { workbookOf } from '../backend/documents/workbook-of.ts';
import { dropFiles } from './drop-files.ts';
import { aDesk, cellOf, clickMenu, type Desk, type Program, startProgram } from './program.ts';

type Opening = { readonly testId: string; readonly open: (program: Program, desk: Desk) => Promise<void> };

const byMenu = (testId: string, command: string): Opening => ({ testId, open: ({ app }) => clickMenu(app, command) });

/** Questions about a return, which open over the screen of returns and are tested there (returns.test.ts). */
type OfReturns = ReturnsDialog['kind'] | 'return-mapping' | 'return-rules';

/** Every other dialog of the window: one that is new and missing here is an error of types. */
const DIALOGS: Readonly<Record<Exclude<OpenDialog['kind'], OfReturns>, Opening>> = {
  plans: byMenu('plans-dialog', 'switch-plan'),
  plan: {
    testId: 'plan-dialog',
    open: async ({ window }) => {
      await window.getByTestId('plan-name').click();
      await window.getByTestId('plan-info').click();
    },
  },
  periods: byMenu('periods-dialog', 'periods'),
  carry: byMenu('carry-dialog', 'carry-forward'),
  deadlines: byMenu('deadlines-dialog', 'deadlines'),
  cadence: byMenu('cadence-dialog', 'cadence'),
  calendar: byMenu('calendar-dialog', 'calendar'),
  'light-rules': byMenu('light-rules', 'light-rules'),
  templates: byMenu('templates-dialog', 'templates'),
  history: byMenu('history-dialog', 'history'),
  'look-back': byMenu('look-back-dialog', 'look-back'),
  operator: byMenu('operator-dialog', 'operator'),
  scoring: {
    testId: 'scoring-dialog',
    open: async ({ app, window }) => {
      await clickMenu(app, 'show-statistics');
      await window.getByTestId('statistics-ranking').click();
      await window.getByTestId('scoring-open').click();
    },
  },
  'counted-duties': {
    testId: 'counted-duties-dialog',
    open: async ({ app, window }) => {
      await clickMenu(app, 'show-statistics');
      await window.locator('[data-testid="figure-owed"] button').click();
    },
  },
  check: byMenu('check-dialog', 'check'),
  help: byMenu('help-dialog', 'help'),
  about: byMenu('about-dialog', 'about'),
  agencies: byMenu('agencies-dialog', 'agencies'),
  'task-people': byMenu('task-people-dialog', 'set-people'),
  leaders: byMenu('leaders-dialog', 'leaders'),
  'new-matter': byMenu('matter-dialog', 'new-matter'),
  matters: byMenu('matters-dialog', 'matters'),
  'next-year': byMenu('next-year-dialog', 'next-year'),
  'compare-years': byMenu('compare-years-dialog', 'compare-years'),
  views: byMenu('views-dialog', 'views'),
  'task-text': byMenu('task-text-dialog', 'edit-task'),
  'move-tasks': byMenu('move-tasks-dialog', 'move-to-section'),
  note: byMenu('note-popover', 'note'),
  'cell-history': byMenu('cell-history-dialog', 'cell-history'),
  'section-title': {
    testId: 'section-title-dialog',
    open: async ({ window }) => {
      await window.locator('.ag-full-width-row[row-id="section-1"]').click({ button: 'right' });
      await window.getByTestId('section-rename').click();
    },
  },
  targets: {
    testId: 'targets-dialog',
    open: async ({ window }) => {
      await window.getByTestId('edit-targets').click();
    },
  },
  milestones: {
    testId: 'milestones-dialog',
    open: async ({ window }) => {
      await window.getByTestId('edit-milestones').click();
    },
  },
  'sub-items': {
    testId: 'sub-items-dialog',
    open: async ({ window }) => {
      await window.getByTestId('edit-sub-items').click();
    },
  },
  verify: {
    testId: 'verify-dialog',
    open: async ({ window }) => {
      await window.getByTestId('add-verification').click();
    },
  },
  verifications: byMenu('verifications-dialog', 'verifications'),
  evidence: byMenu('evidence-dialog', 'evidence'),
  sendings: byMenu('sendings-dialog', 'sendings'),
  'copy-data-file': byMenu('copy-data-file', 'copy-data-file'),
  'go-to': byMenu('go-to-dialog', 'go-to'),
  'send-forms': byMenu('forms-dialog', 'send-forms'),
  summary: byMenu('summary-dialog', 'draft-summary'),
  export: byMenu('export-dialog', 'export'),
  print: byMenu('print-dialog', 'print-preview'),
  'print-table': {
    testId: 'print-dialog',
    open: async ({ app, window }) => {
      await clickMenu(app, 'show-duties');
      await window.getByTestId('duty-print').press('Enter');
    },
  },
  'which-kind': {
    testId: 'which-kind',
    open: async ({ window }, desk) => {
      const unclear = path.join(desk.folder, '工资.xlsx');
      fs.writeFileSync(unclear, workbookOf('xlsx', [['姓名', '金额']]));
      await dropFiles(window, unclear);
    },
  },
  'plan-review': {
    testId: 'plan-review',
    open: async ({ app }) => {
      await app.evaluate(({ clipboard }) => clipboard.writeText('一、严格监管\n1.强化冷链监管。（县公安局负责）'));
      await clickMenu(app, 'read-clipboard');
    },
  },
};

/** Waits until a dialog stands there with what it had to read first. */
async function read(window: Page, testId: string): Promise<void> {
  await window.getByTestId(testId).waitFor();
  await window
    .getByTestId(testId)
    .getByText(/^正在(?!使用)/)
    .first()
    .waitFor({ state: 'detached' });
}

/** What opens over another screen, and leads back to it. */
const OVER_OTHER_SCREENS: ReadonlySet<string> = new Set(['scoring', 'counted-duties', 'print-table']);

/** What has the focus, seen from a dialog: `field`, `button`, `cross`, or `outside`. */
function focusIn(window: Page, testId: string): Promise<string> {
  return window.evaluate((id) => {
    const focused = document.activeElement;
    const dialog = document.querySelector(`[data-testid="${id}"]`);
    if (!focused || !dialog?.contains(focused)) return 'outside';
    if (focused.getAttribute('aria-label') === '关闭') return 'cross';
    return focused.matches('input, select, textarea') ? 'field' : focused.matches('button') ? 'button' : 'none';
  }, testId);
}

/** Whether a dialog has something to fill in. */
function hasField(window: Page, testId: string): Promise<boolean> {
  return window
    .getByTestId(testId)
    .locator('input, select, textarea')
    .evaluateAll((fields) => fields.some((field) => !field.matches(':disabled, :read-only:not(select, [type])')));
}

/** Whether the focus stands in the screen in front, where the keys go on. */
const isOnScreen = (window: Page) =>
  window.evaluate(() => Boolean(document.activeElement?.closest('.screen[data-front="true"]')));

const spoken = (window: Page) => window.evaluate(() => document.activeElement?.getAttribute('aria-label'));

test('every dialog begins in its first field or on its button, and Esc brings back to the cell', async () => {
  const desk = aDesk();
  const program = await startProgram(desk);
  const { window } = program;
  const cell = await cellOf(window, 5, '农业农村局');
  for (const [kind, { testId, open }] of Object.entries(DIALOGS)) {
    await cell.click();
    await expect.poll(() => spoken(window)).toContain('县农业农村局，第5项');
    await open(program, desk);
    await read(window, testId);
    // The review of a plan has a purpose of its own: its first doubt waits for an answer.
    const wanted = kind !== 'plan-review' && (await hasField(window, testId)) ? 'field' : 'button';
    await expect.poll(() => focusIn(window, testId), { message: kind }).toBe(wanted);
    await window.keyboard.press('Escape');
    await window.getByTestId(testId).waitFor({ state: 'detached' });
    if (OVER_OTHER_SCREENS.has(kind)) {
      await expect.poll(() => isOnScreen(window), { message: `back from ${kind}` }).toBe(true);
      await clickMenu(program.app, 'show-matrix');
    }
    // A heading was chosen to come there, and no cell is left to come back to.
    if (kind === 'section-title') continue;
    await expect.poll(() => spoken(window), { message: `back from ${kind}` }).toContain('县农业农村局，第5项');
  }
});

test('Ctrl+J, a few letters and Enter go to a unit, however fast the hand', async () => {
  const { window } = await startProgram(aDesk());
  await (await cellOf(window, 5, '农业农村局')).click();
  await expect.poll(() => spoken(window)).toContain('县农业农村局');
  await window.keyboard.press('Control+j');
  await window.getByTestId('go-to-words').waitFor();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+j');
  await window.keyboard.type('mzj');
  await expect.poll(() => window.getByTestId('go-to-words').inputValue()).toBe('mzj');
  await window.keyboard.press('Enter');
  await expect.poll(() => spoken(window)).toContain('县民政局，第5项');
});

test('Enter in a line of text presses the default button, as in the dialogs of Windows', async () => {
  const desk = aDesk();
  const { app, window } = await startProgram(desk);
  await (await cellOf(window, 5, '农业农村局')).click();
  await clickMenu(app, 'edit-task');
  await window.getByTestId('task-title').fill('建立冷链追溯平台');
  await window.keyboard.press('Enter');
  await window.getByTestId('task-text-dialog').waitFor({ state: 'detached' });
  await window.getByText('建立冷链追溯平台').first().waitFor();
});
