import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { createIntake, INTAKE_LIMITS, type Intake } from '#backend/intake/intake.ts';
import type { IntakeReply, IntakeRequest } from '#backend/intake/intake-messages.ts';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { refusalOf } from '#tests/helpers/app-error.ts';
import { formInput } from '../excel/seed-world.ts';
import { workbookParts, zipOf } from '../files/zip-of.ts';

let folder: string;
let intake: Intake;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '回收 '));
  intake = createIntake(forkIntake);
});
afterEach(async () => {
  await intake.close();
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return (await refusalOf(work)).code;
}

/** Within every limit of size, and yet some hundred megabytes and seconds of work for the parser. */
const glutton = () => {
  const cells = (row: number) =>
    Array.from({ length: 26 }, (_, c) => `<c r="${String.fromCharCode(65 + c)}${row}"><v>1</v></c>`);
  const rows = Array.from({ length: 14_000 }, (_, index) => `<row r="${index + 1}">${cells(index + 1).join('')}</row>`);
  return zipOf(workbookParts(`<sheetData>${rows.join('')}</sheetData>`));
};

describe('reading foreign files beside the program', () => {
  it('gives what the form says, its bytes and their hash', async () => {
    const bytes = await buildForm(formInput('县公安局'));
    const result = await intake.readReturn(await fileOf('县公安局 回收.xlsx', bytes));
    const sheets = await readSheets(bytes, 'x.xlsx');
    expect(result.parsed).toEqual(readReturn(sheets, '县公安局 回收.xlsx', { mappings: new Map(), near: null }));
    expect(Buffer.from(result.bytes).equals(bytes)).toBe(true);
    expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('reads a batch asked for at once', async () => {
    const file = await fileOf('a.xlsx', await buildForm(formInput('县公安局')));
    const results = await Promise.all(Array.from({ length: 10 }, () => intake.readReturn(file)));
    expect(new Set(results.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('refuses with the code of the reader, and reads on', async () => {
    const bad = await fileOf('a.xlsx', '<html>');
    const empty = await fileOf('empty.xlsx', '');
    const good = await fileOf('b.xlsx', await buildForm(formInput('县公安局')));
    const reads = [bad, empty, path.join(folder, '没有.xlsx'), folder].map((file) => refusal(intake.readReturn(file)));
    const after = intake.readReturn(good);
    expect(await Promise.all(reads)).toEqual([
      'WORKBOOK_KIND_UNSUPPORTED',
      'FILE_EMPTY',
      'FILE_MISSING',
      'FILE_UNREADABLE',
    ]);
    expect((await after).parsed.tables[0]?.rows.length).toBeGreaterThan(0);
  });

  it('reads the heaviest file that passes the checks within its memory, and then the next one', async () => {
    expect(await refusal(intake.readReturn(await fileOf('a.xlsx', glutton())))).toBe('RETURN_NOT_RECOGNIZED');
    const good = await fileOf('b.xlsx', await buildForm(formInput('县公安局')));
    expect((await intake.readReturn(good)).parsed.tables[0]?.ids?.agencyName).toBe('县公安局');
  });

  it('ends a file that takes too long, and reads the next one', async () => {
    // No machine starts a thread and parses this within a millisecond, however fast; the next file gets its time.
    const limits = { ...INTAKE_LIMITS, timeoutMs: 1 };
    const hasty = createIntake(forkIntake, limits);
    try {
      expect(await refusal(hasty.readReturn(await fileOf('a.xlsx', glutton())))).toBe('WORKBOOK_TIMEOUT');
      limits.timeoutMs = INTAKE_LIMITS.timeoutMs;
      const good = await fileOf('b.xlsx', await buildForm(formInput('县公安局')));
      expect((await hasty.readReturn(good)).parsed.tables[0]?.ids?.agencyName).toBe('县公安局');
    } finally {
      await hasty.close();
    }
  });

  it('reads a text beside the program as well, and gives it up when it takes too long', async () => {
    const text = '1.检查食堂。（县教育局牵头）\n2.检查车站。（县公安局）';
    const reading = await intake.readText(text, { name: '粘贴的文字' });
    expect(reading.tasks).toHaveLength(2);
    const hasty = createIntake(forkIntake, { ...INTAKE_LIMITS, timeoutMs: 1 });
    const error = await refusalOf(hasty.readText('（县教育局'.repeat(200_000), { name: '粘贴的文字' }));
    expect(error).toMatchObject({ code: 'DOCUMENT_TIMEOUT', details: { file: '粘贴的文字' } });
    await hasty.close();
  });

  it('reads nothing when it was cancelled before', async () => {
    const file = await fileOf('a.xlsx', glutton());
    const before = AbortSignal.abort();
    expect(await refusal(intake.readReturn(file, { signal: before }))).toBe('CANCELLED');
  });

  it('stops when it is cancelled while it reads', async () => {
    const during = new AbortController();
    const watched = createIntake((start, events) => {
      const reader = forkIntake(start, events);
      const post = (request: IntakeRequest) => {
        reader.post(request);
        queueMicrotask(() => during.abort());
      };
      return { ...reader, post };
    });
    const file = await fileOf('a.xlsx', glutton());
    expect(await refusal(watched.readReturn(file, { signal: during.signal }))).toBe('CANCELLED');
    await watched.close();
  });

  // Cancelling was only listened to while a reply was waited for. In the moment between "ready" and the request nobody
  // listened, and the file was read to its end although the clerk had cancelled.
  it('stops when it is cancelled in the moment its reader becomes ready', async () => {
    const during = new AbortController();
    const watched = createIntake((start, events) => {
      const onReply = (reply: IntakeReply) => {
        events.onReply(reply);
        during.abort();
      };
      return forkIntake(start, { ...events, onReply });
    });
    const file = await fileOf('a.xlsx', glutton());
    expect(await refusal(watched.readReturn(file, { signal: during.signal }))).toBe('CANCELLED');
    await watched.close();
  });

  it('ends what it reads when it is closed, and reads nothing after', async () => {
    const file = await fileOf('a.xlsx', glutton());
    const reading = refusal(intake.readReturn(file));
    await intake.close();
    expect(await reading).toBe('CANCELLED');
    expect(await refusal(intake.readReturn(file))).toBe('CANCELLED');
  });

  it('does not follow a name into a folder', async () => {
    await mkdir(path.join(folder, 'a.xlsx'));
    expect(await refusal(intake.readReturn(path.join(folder, 'a.xlsx')))).toBe('FILE_UNREADABLE');
  });
});
