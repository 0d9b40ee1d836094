import fs from 'node:fs';
import { expect, test } from 'vitest';
import { aDesk, keepScreenshot, setWindowSize, startProgram } from './program.ts';
import { openDesk } from './shared-program.ts';

test('a data file that is named and not there is made, with the whole embedded plan', async () => {
  const desk = aDesk();
  const { app, window } = await startProgram(desk);
  expect(fs.existsSync(desk.dataFile)).toBe(true);
  expect(await window.title()).toContain('责任矩阵');
  const counts = await window.getByTestId('status-counts').textContent();
  expect(counts?.replace(/\s+/gu, '')).toContain('任务53项');
  expect(counts?.replace(/\s+/gu, '')).toContain('单位25个');
  await keepScreenshot(window, 'first-start-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'first-start-1920');
});

test('nothing in the window is English, apart from file endings, key names and an example of pinyin initials', async () => {
  const { window } = await openDesk(aDesk());
  const texts = await window.evaluate(() => {
    const attributes = ['title', 'aria-label', 'placeholder', 'alt'];
    return [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      ...[...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? ''),
      ...attributes.map((name) => element.getAttribute(name) ?? ''),
    ]);
  });
  const english = texts
    .map((text) =>
      text.replace(
        /\b(?:Ctrl|Shift|Alt|Delete|Enter|Esc|Tab|PgUp|PgDn|F\d{1,2}|Excel|WPS|xlsx|db|A3|A4|[A-Z]|nyncj)\b/gu,
        '',
      ),
    )
    .filter((text) => /[A-Za-z]{2,}/u.test(text));
  expect(english).toEqual([]);
});

test('the page runs locked in: sandboxed, without Node, under a strict policy, going nowhere else', async () => {
  const { app, window } = await openDesk(aDesk());
  const page = await window.evaluate(() => ({
    node: typeof (globalThis as { process?: unknown }).process,
    require: typeof (globalThis as { require?: unknown }).require,
    shell: Object.keys((globalThis as unknown as { shell: object }).shell).toSorted(),
  }));
  expect(page).toEqual({
    node: 'undefined',
    require: 'undefined',
    shell: [
      'about',
      'clipboardText',
      'editAtCursor',
      'enter',
      'onBackendGone',
      'onMenuCommand',
      'onWake',
      'openDataFile',
      'openEvidence',
      'operator',
      'pickFolder',
      'pickOpenFiles',
      'pickSaveFile',
      'print',
      'printToPdf',
      'resetSample',
      'revealFile',
      'setMenuState',
      'setOperator',
      'takeDropped',
      'takeStartDocument',
    ],
  });
  const before = window.url();
  // What a hostile text would do, had it become markup: the driver itself stands above the page's policy.
  const ran = await window.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.body.append(script);
    return document.title;
  });
  expect(ran).not.toBe('taken');
  // The shell has judged the link when this settles; it was there before us, and speaks first.
  const judged = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('will-navigate', (event) => resolve(event.defaultPrevented));
      }),
  );
  // Asked after the one above, so it is answered when that one listens.
  await app.evaluate(() => undefined);
  const opened = await window.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.click();
    return globalThis.open('https://example.com/');
  });
  expect(opened).toBeNull();
  expect(await judged).toBe(true);
  expect(window.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
