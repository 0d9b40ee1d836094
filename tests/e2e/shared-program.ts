// One running program for all tests of a file that need none of their own: starting Electron and closing it again was
// much of the time of the end-to-end tests.
//
//   const desk = aDesk();
//   const { app, window } = await openDesk(desk);   // as `startProgram(desk)`, in the program that runs already
//
// Between two tests the program is brought back by its own means: 文件 → 打开数据文件… closes the data file and ends its
// process, starts another on a file that was made for the test, and loads the page anew. What outlives that is put back here: the comforts the
// window remembers, its size, the mouse, the clipboard, the answers of dialogs. What this cannot put back (settings,
// switches at the start, what a restart or a kill leaves) is tested by `startProgram` in a program of its own. A program
// in which a test failed is never used again.
import { afterAll, onTestFailed } from 'vitest';
import {
  aDeskToKeep,
  answerDialogs,
  clickMenu,
  type Desk,
  GOVERNMENT_SCREEN,
  launchToKeep,
  makeDataFile,
  matrixPainted,
  type Program,
  setWindowSize,
} from './program.ts';

type SharedProgram = Program & { readonly end: () => Promise<void> };

let shared: SharedProgram | undefined;

afterAll(endShared);

/** Shows a new data file with the embedded plan, as the first start on this desk would; its settings are not used. */
export async function openDesk(desk: Desk): Promise<Program> {
  onTestFailed(endShared);
  if (shared === undefined) shared = await startShared(desk.dataFile);
  else await startAfresh(shared, desk.dataFile);
  const { app, window } = shared;
  return { app, window };
}

async function startAfresh({ app, window }: Program, dataFile: string): Promise<void> {
  await setWindowSize(app, GOVERNMENT_SCREEN.width, GOVERNMENT_SCREEN.height);
  await window.mouse.move(0, 0);
  await app.evaluate(({ clipboard }) => clipboard.clear());
  await window.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await makeDataFile(dataFile);
  await answerDialogs(app, { open: [dataFile] });
  const loaded = window.waitForEvent('load');
  await clickMenu(app, 'open-data-file');
  await loaded;
  await matrixPainted(window);
  await answerDialogs(app, {});
}

/** The settings lie on a desk that stays for all tests of the file, the data file on that of the first test. */
async function startShared(dataFile: string): Promise<SharedProgram> {
  const { desk, remove } = aDeskToKeep();
  const app = await launchToKeep({ ...desk, dataFile });
  const window = await app.firstWindow();
  await setWindowSize(app, GOVERNMENT_SCREEN.width, GOVERNMENT_SCREEN.height);
  await matrixPainted(window);
  const end = async () => {
    await app.close().catch(() => undefined);
    remove();
  };
  return { app, window, end };
}

async function endShared(): Promise<void> {
  const ending = shared;
  shared = undefined;
  await ending?.end();
}
