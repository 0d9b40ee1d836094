// Forms as they leave: no rule broken for which Excel would offer a repair, and on paper nothing cut, heads on each page.
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { FormIdSchema } from '#shared/domain/ids.ts';
import { printedPages } from '#tests/helpers/office-pages.ts';
import { OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { pageFaults } from '#tests/helpers/page-faults.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';
import { formInput } from '../seed-world.ts';

const NAMES = ['县民政局', '县市场监督管理局', 'over two plans'] as const;

let folder: string;
const files = new Map<string, string>();
let pages: Awaited<ReturnType<typeof printedPages>>;

function inputOf(name: (typeof NAMES)[number]) {
  if (name !== 'over two plans') return formInput(name);
  const input = formInput('县公安局');
  const [part] = input.parts;
  if (!part) throw new Error('a form is about a plan');
  const milestones = [{ title: '完成首轮排查', plannedOn: '2021-09-30', doneOn: null }];
  const other = {
    ...part,
    formId: FormIdSchema.parse(78),
    plan: { ...part.plan, title: '大气污染防治工作方案 [2021]' },
    rows: part.rows.map((row) => ({ ...row, milestones })),
  };
  return { ...input, version: 2, parts: [part, other] };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'forms-'));
  for (const name of NAMES) {
    const file = path.join(folder, `${name}.xlsx`);
    fs.writeFileSync(file, await buildForm(inputOf(name)));
    files.set(name, file);
  }
  pages = await printedPages([...files.values()], folder);
}, OFFICE_LIMIT_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(NAMES)('the form of %s breaks no rule, and its pages are whole', async (name) => {
  const file = files.get(name) ?? '';
  const bytes = new Uint8Array(fs.readFileSync(file));
  expect(await brokenRules(bytes)).toEqual([]);
  expect(await pageFaults(bytes, pages.get(file) ?? [])).toEqual([]);
});
