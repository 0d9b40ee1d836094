import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openBackend } from '#backend/backend.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { SEEDS } from '#tests/helpers/an-office.ts';
import { aDesk, type Desk, startArguments, startProgram } from './program.ts';

const RECORD_DIALOGS = fileURLToPath(new URL('record-dialogs.cjs', import.meta.url));

/** Starts the program by itself and waits for its end; message boxes are answered with their last button. */
async function startAlone(
  desk: Desk,
): Promise<{ exit: number | null; dialogs: { message: string; detail?: string; buttons: string[] }[] }> {
  // The electron package's main export is the path of its executable when required from Node.
  const electron = createRequire(import.meta.url)('electron') as string;
  const record = path.join(path.dirname(desk.folder), 'dialogs.jsonl');
  const child = spawn(electron, ['-r', RECORD_DIALOGS, ...startArguments(desk)], {
    env: { ...process.env, E2E_DIALOGS: record },
    stdio: 'ignore',
  });
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const lines = fs.existsSync(record) ? fs.readFileSync(record, 'utf8').trim().split('\n') : [];
  return { exit, dialogs: lines.map((line) => JSON.parse(line)) };
}

test('a second start hands over to the first and ends', async () => {
  const desk = aDesk();
  const { app } = await startProgram(desk);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const { exit, dialogs } = await startAlone(desk);
  expect({ exit, dialogs }).toEqual({ exit: 0, dialogs: [] });
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized())),
  ).toEqual([false]);
});

test.each([
  ['damaged', (bytes: Buffer) => bytes.fill(0x5a, 4096, 40_000), '已损坏'],
  ['of another program', () => foreignDatabase(), '不是本程序的数据文件'],
  ['from a newer version', (bytes: Buffer) => withFormat(bytes, 990), '更新版本'],
])('a data file that is %s is named in a question and left byte for byte as it was', async (_, change, words) => {
  const desk = aDesk();
  await makeDataFile(desk);
  const bytes = change(fs.readFileSync(desk.dataFile));
  fs.writeFileSync(desk.dataFile, bytes);
  const { dialogs } = await startAlone(desk);
  expect(dialogs).toHaveLength(1);
  expect(dialogs[0]?.message).toContain(words);
  expect(dialogs[0]?.buttons).toContain('退出');
  expect(fs.readFileSync(desk.dataFile).equals(bytes)).toBe(true);
  expect(fs.readdirSync(desk.folder)).toEqual(['责任矩阵.db']);
});

/** The data file as the first start leaves it, made by the same backend without a window. */
async function makeDataFile({ dataFile }: Desk): Promise<void> {
  const backend = await openBackend({
    dataFile,
    seedsFolder: SEEDS,
    createIfMissing: true,
    startIntake: forkIntake,
    outletWorker: OUTLET_WORKER,
    resolveTicket: () => undefined,
  });
  await backend.close();
}

function foreignDatabase(): Buffer {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE t (a)');
  return db.serialize();
}

/** The header's user_version, which holds the format: bytes 60 to 63. */
function withFormat(bytes: Buffer, format: number): Buffer {
  bytes.writeUInt32BE(format, 60);
  return bytes;
}
