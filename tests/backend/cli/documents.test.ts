import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { docx, paragraph } from '../documents/docx-of.ts';
import { pagesOf, pdfOf } from '../documents/pdf-of.ts';
import {
  figuresOf,
  seedFigures,
  seedParagraphs,
  seedTable,
  seedWithAutomaticNumbers,
} from '../documents/seed-documents.ts';

// The command line on documents of every kind, as a script would call it: each call is a process of its own, which
// starts another one to read the file.

const CLI = fileURLToPath(new URL('../../../backend/cli.ts', import.meta.url));
const LIMIT_MS = 60_000;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), '来文 '));
  const automatic = seedWithAutomaticNumbers();
  const files: Readonly<Record<string, Uint8Array>> = {
    '自动编号.docx': docx(automatic.body, automatic),
    '安排.pdf': pdfOf(pagesOf(seedParagraphs().map((line) => line.trim()))),
    '任务分解表.xlsx': await seedTable(),
    '扫描.pdf': pdfOf([[], []]),
    '损坏.docx': docx(paragraph('一、甲。')).slice(0, 300),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function matrix(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
}
const at = (name: string): string => path.join(folder, name);

describe('the command line on documents', () => {
  test.each(['自动编号.docx', '安排.pdf'])(
    'plan read prints the whole of %s as JSON and nothing else',
    { timeout: LIMIT_MS },
    (name) => {
      const { exit, out, err } = matrix('plan', 'read', at(name), '--json');
      expect({ exit, err }).toEqual({ exit: 0, err: '' });
      expect(figuresOf(PlanReadingSchema.parse(JSON.parse(out)))).toEqual(seedFigures);
    },
  );

  test('init makes a data file of a table', { timeout: LIMIT_MS }, () => {
    expect(matrix('init', at('新.db'), '--plan', at('任务分解表.xlsx'))).toMatchObject({ exit: 0, err: '' });
    const dump = JSON.parse(matrix('dump', at('新.db'), '--json').out);
    expect(dump.assignments).toHaveLength(103);
    expect(matrix('check', at('新.db')).exit).toBe(0);
  });

  test.each([
    ['扫描.pdf', 'DOCUMENT_SCANNED'],
    ['损坏.docx', 'DOCUMENT_DAMAGED'],
  ])('%s is refused by code and sentence, and no data file is made', { timeout: LIMIT_MS }, (name, code) => {
    const read = matrix('plan', 'read', at(name), '--json');
    expect(read).toMatchObject({ exit: 1, out: '' });
    expect(read.err).toMatch(new RegExp(`^${code}: .*“${name}”.*。\\n$`, 'u'));
    expect(matrix('init', at('无.db'), '--plan', at(name)).exit).toBe(1);
    expect(existsSync(at('无.db'))).toBe(false);
  });
});
