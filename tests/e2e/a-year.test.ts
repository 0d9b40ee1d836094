// Three months of an office, in the real window: what was told by telephone is entered, forms go out, come back and are
// taken in, one of them is taken back, who is missing is reminded, the month is closed, and the leaders get a table.
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf, letComeDay } from './a-day.ts';
import {
  aDesk,
  answerDialogs,
  clickMenu,
  type Desk,
  eventually,
  keepScreenshot,
  makeDataFile,
  type Program,
  quit,
  saved,
  startProgram,
  stored,
} from './program.ts';
import { fillForm, sendForms, takeReturned } from './returned-forms.ts';

const MONTHS = ['2021-10', '2021-11', '2021-12'] as const;
type Month = (typeof MONTHS)[number];
/** Six agencies answer in time; the last of them is taken back, because it had sent last month's figures. */
const ANSWERED = 6;
const YEAR_LIMIT_MS = 300_000;

const reported = (desk: Desk, month: Month) =>
  Number(
    stored(
      desk,
      `SELECT count(*) FROM progress JOIN period ON period.id = period_id WHERE label = '${month}' AND origin = 'return'`,
    ).flat()[0],
  );

/** On the fifth: the police have telephoned, the forms go out. */
async function beginMonth(program: Program, desk: Desk, month: Month): Promise<readonly string[]> {
  const { window } = program;
  expect(await window.getByTestId('period').locator('option:checked').textContent()).toContain(title(month));
  await window.keyboard.press('Control+PageDown');
  await window.locator('.ledger-grid .ag-cell-focus[col-id="status"]').waitFor();
  await window.keyboard.type('2');
  await window.keyboard.press('Tab');
  await window.keyboard.type('40%');
  await window.keyboard.press('Tab');
  await window.keyboard.type(`${title(month)}来电报告：平台已联网`);
  await window.keyboard.press('Enter');
  const entered = `SELECT percent, narrative FROM progress JOIN period ON period.id = period_id WHERE label = '${month}'`;
  await eventually(() => stored(desk, entered)).toEqual([[40, `${title(month)}来电报告：平台已联网`]]);
  await saved(window);
  const folder = path.join(desk.folder, month);
  fs.mkdirSync(folder);
  return sendForms(program, { ...desk, folder });
}

/** By the fourteenth: six forms are back and taken in; one is taken back. */
async function takeIn(program: Program, desk: Desk, month: Month, forms: readonly string[]): Promise<void> {
  const { window } = program;
  const back = forms.slice(0, ANSWERED);
  for (const [which, form] of back.entries()) {
    const unit = path.basename(form).split('-')[0] ?? '';
    await fillForm(form, (nth) => ({ 进展状态: '推进中', 进展情况: told(unit, month, which * 20 + nth) }));
  }
  await takeReturned(program, back);
  await window.getByTestId('take-clear-everywhere').click();
  await window
    .getByTestId('confirm-reviewed')
    .filter({ hasText: `${ANSWERED} 份` })
    .click();
  await eventually(() => states(desk, month)).toEqual({ taken: ANSWERED });
  const before = reported(desk, month);
  expect(before).toBeGreaterThan(ANSWERED);
  await keepScreenshot(window, `a-year-${month}-taken`);

  await window.getByTestId('returns-taken').click();
  await window.locator('.return-line').last().click();
  await window.getByTestId('take-back').click();
  await window.getByTestId('take-back-yes').click();
  await eventually(() => states(desk, month)).toEqual({ taken: ANSWERED - 1, 'to-review': 1 });
  expect(reported(desk, month)).toBeLessThan(before);
  await saved(window);
}

/** On the sixteenth, the day after everything was due: who has not answered is called, and what was promised is kept. */
async function chase({ app, window }: Program, desk: Desk, month: Month): Promise<void> {
  await clickMenu(app, 'returns-overview');
  const missing = window.getByTestId('collection-filter-missing').locator('b');
  await eventually(() => missing.textContent()).toBe(String(25 - ANSWERED));
  await window.getByTestId('tab-reminders').click();
  const owing = window.locator('[data-testid="owing-table"] tbody tr');
  await owing.first().click();
  expect(await window.getByTestId('letter-text').inputValue()).toContain(title(month));
  await window.getByTestId('letter-call').click();
  await window.getByTestId('call-answer').fill('三日内报送');
  await window.getByTestId('call-promised').fill(`${month}-19`);
  await window.getByTestId('call-save').click();
  const calls = `SELECT manner, made_on, answer, promised_on FROM reminder JOIN period ON period.id = period_id
                 WHERE label = '${month}'`;
  await eventually(() => stored(desk, calls)).toEqual([['call', `${month}-16`, '三日内报送', `${month}-19`]]);
  await window.locator('[data-testid="reminder-log"] tbody tr').first().waitFor();
  await keepScreenshot(window, `a-year-${month}-chased`);
}

/** Closed from the list of periods, after what is missing was read. The next month starts empty: its units report anew. */
async function closeMonth({ app, window }: Program, desk: Desk, month: Month): Promise<void> {
  await clickMenu(app, 'periods');
  const dialog = window.getByTestId('periods-dialog');
  await dialog.getByTestId(`period-act-${month}`).click();
  const question = window.getByTestId('close-period');
  await question.getByTestId('period-gaps').waitFor();
  await question.getByTestId('close-period-yes').click();
  await dialog.getByTestId(`period-${month}`).getByText('已关闭').waitFor();
  await eventually(() => stored(desk, `SELECT closed_on FROM period WHERE label = '${month}'`)).toEqual([
    [`${month}-28`],
  ]);
  if (month !== MONTHS.at(-1)) {
    const carry = window.getByTestId('carry-dialog');
    await carry.getByText(/可沿用 \d+ 处/).waitFor();
    await keepScreenshot(window, `a-year-${month}-carry`);
    await carry.getByText('不沿用').click();
    await carry.waitFor({ state: 'detached' });
  }
  await window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

/** The figures of the month are looked at, its ledger goes to the leaders as a workbook. */
async function report({ app, window }: Program, desk: Desk, month: Month): Promise<void> {
  await window.getByTestId('tab-statistics').click();
  await window.getByTestId('statistics-period').selectOption({ label: title(month) });
  await window.getByTestId('tally-table').locator('tbody tr').first().waitFor();
  await window.getByTestId('statistics-ranking').click();
  await eventually(() => window.getByTestId('ranking-table').locator('tbody tr').count()).toBeGreaterThan(ANSWERED);
  await keepScreenshot(window, `a-year-${month}-ranking`);
  const file = path.join(desk.folder, `${month}台账.xlsx`);
  await answerDialogs(app, { save: file });
  await clickMenu(app, 'export-ledger');
  await eventually(() => fs.existsSync(file)).toBe(true);
  await window.getByTestId('toast').filter({ hasText: '台账' }).first().waitFor();
}

const ACTS = ['检查经营户', '培训从业人员', '抽检样品', '排查隐患', '查处案件', '走访企业', '发放宣传材料'] as const;

/** No two the same: alike words of two agencies, or of two months, are asked about, and rightly. */
function told(unit: string, month: Month, nth: number): string {
  const first = ACTS[nth % ACTS.length] ?? '';
  const second = ACTS[(nth * 3 + Number(month.slice(5))) % ACTS.length] ?? '';
  return `${unit}${first} ${17 + nth * 13} 次，${Number(month.slice(5))}月${second}累计 ${5 + nth * 7} 处`;
}

/** How many returns of a month are in which state. */
function states(desk: Desk, month: Month): Readonly<Record<string, number>> {
  const rows = stored(
    desk,
    `SELECT state, count(*) FROM "return" JOIN period ON period.id = period_id WHERE label = '${month}' GROUP BY state`,
  );
  return Object.fromEntries(rows as [string, number][]);
}

function title(month: Month): string {
  return `2021年${Number(month.slice(5))}月`;
}

/** The program on a day; its window stands in the month of that day. */
async function onDay(desk: Desk, day: string, work: (program: Program) => Promise<void>): Promise<void> {
  letComeDay(desk, day);
  const program = await startProgram(desk);
  // What wants doing this week stands there every morning; it is read and put aside.
  await program.window.getByTestId('week-pane').waitFor();
  await keepScreenshot(program.window, `a-year-${day}-morning`);
  await program.window.getByTestId('week-close').click();
  await work(program);
  await quit(program);
}

async function showMonth(window: Page, month: Month): Promise<void> {
  await expect.poll(() => window.getByTestId('period').locator('option:checked').textContent()).toContain(title(month));
}

test(
  'three months in an office: entered, sent, taken in, taken back, chased, closed and reported',
  async () => {
    const desk = aDesk();
    await makeDataFile(desk.dataFile);
    for (const month of MONTHS) {
      let forms: readonly string[] = [];
      await onDay(desk, `${month}-05`, async (program) => {
        forms = await beginMonth(program, desk, month);
      });
      await onDay(desk, `${month}-14`, (program) => takeIn(program, desk, month, forms));
      await onDay(desk, `${month}-16`, (program) => chase(program, desk, month));
      await onDay(desk, `${month}-28`, async (program) => {
        await showMonth(program.window, month);
        await closeMonth(program, desk, month);
        await report(program, desk, month);
      });
      expect(faultsOf(desk)).toEqual([]);
    }
    expect(stored(desk, 'SELECT label FROM period WHERE closed_on IS NOT NULL ORDER BY label').flat()).toEqual(MONTHS);
    expect(MONTHS.map((month) => states(desk, month))).toEqual(
      MONTHS.map(() => ({ taken: ANSWERED - 1, 'to-review': 1 })),
    );
  },
  YEAR_LIMIT_MS,
);
