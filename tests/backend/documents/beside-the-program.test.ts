import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { createIntake, INTAKE_LIMITS, type Intake } from '#backend/intake/intake.ts';
import { refusalOf } from '#tests/helpers/app-error.ts';
import { seedText } from '../plan/seed-reading.ts';
import { docOf } from './doc-of.ts';
import { docx, paragraph } from './docx-of.ts';
import { directory, figuresOf, seedDocx, seedFigures, seedPdf } from './seed-documents.ts';

let folder: string;
let intake: Intake;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '文件 '));
  intake = createIntake(forkIntake);
});
afterAll(async () => {
  await intake.close();
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

describe('a document read beside the program', () => {
  test('comes with its text, its hash and what was understood', async () => {
    const bytes = seedDocx();
    const document = await intake.readDocument(await fileOf('安排.docx', bytes), { directory });
    expect(document.name).toBe('安排.docx');
    expect(document.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(figuresOf(document.reading)).toEqual(seedFigures);
    const [task] = document.reading.tasks;
    expect(document.text.slice(task?.span.start, task?.span.end)).toContain('全链条追溯体系');
  });

  test('that takes too long is given up, and the next one is read', async () => {
    const hasty = createIntake(forkIntake, { ...INTAKE_LIMITS, timeoutMs: 1 });
    const file = await fileOf('慢.pdf', seedPdf());
    expect(await refusalOf(hasty.readDocument(file))).toMatchObject({ code: 'DOCUMENT_TIMEOUT' });
    await hasty.close();
    expect((await intake.readDocument(file, { directory })).reading.tasks).toHaveLength(53);
  });

  test('that fills the memory is ended, and the next one is read', async () => {
    const small = createIntake(forkIntake, { ...INTAKE_LIMITS, memoryMb: 48 });
    const many = Array.from({ length: 120_000 }, () => paragraph('一、甲。')).join('');
    expect(await refusalOf(small.readDocument(await fileOf('多.docx', docx(many))))).toMatchObject({
      code: 'DOCUMENT_BOMB',
    });
    const document = await small.readDocument(await fileOf('安排.docx', seedDocx()), { directory });
    expect(document.reading.tasks).toHaveLength(53);
    await small.close();
  });

  test('an old document whose lists cannot be read says that its numbers are lost', async () => {
    const properties = Uint8Array.from([0x0a, 0x26, 0, 0x0b, 0x46, 1, 0]);
    const file = await fileOf('编号.doc', docOf(seedText(), { properties }));
    const { reading } = await intake.readDocument(file);
    expect(reading.warnings[0]?.message).toContain('编号读不出来');
  });
});
