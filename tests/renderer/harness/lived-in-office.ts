// The office the harness shows: the real backend on a data file of its own, in the middle of October 2021, with forms
// sent and returned and a month of progress, so that every light and every kind of difference can be looked at.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { type Backend, openBackend } from '#backend/backend.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { FileTicketSchema } from '#shared/contract/call.ts';
import type { Status } from '#shared/domain/status.ts';
import { docx, paragraph } from '#tests/backend/documents/docx-of.ts';
import { seedParagraphs } from '#tests/backend/documents/seed-documents.ts';
import { seedText } from '#tests/backend/plan/seed-reading.ts';
import type { OfficeFiles } from './socket-message.ts';

const SEEDS = path.resolve(import.meta.dirname, '../../../seeds');
const TODAY = new Date('2021-10-28T09:00:00');
const FORMS_SENT = 3;

export type LivedInOffice = {
  readonly backend: Backend;
  readonly files: OfficeFiles;
  /** Closes the data file and removes it with its folder. */
  readonly close: () => Promise<void>;
};

export async function aLivedInOffice(): Promise<LivedInOffice> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-harness-'));
  const dataFile = path.join(folder, '泽州县2021年食品安全.db');
  const backend = await openBackend({
    dataFile,
    seedsFolder: SEEDS,
    createIfMissing: true,
    startIntake: forkIntake,
    outletWorker: OUTLET_WORKER,
    clock: () => TODAY,
    resolveTicket: (ticket) => ticket,
  });
  const returns = await returnedForms(backend, folder);
  await someProgress(backend);
  const document = path.join(folder, '泽州县2022年食品安全重点工作安排.docx');
  const lines = seedParagraphs().map((line) =>
    line.replaceAll('2021', '2022').replaceAll('县教育局', '县教育和体育局'),
  );
  fs.writeFileSync(document, docx(lines.map((line) => paragraph(line)).join('')));
  return {
    backend,
    files: { folder, dataFile, returns, document, clipboard: seedText() },
    close: async () => {
      await backend.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns one filled in, one as it was sent, one that is no workbook */
async function returnedForms({ client }: Backend, folder: string): Promise<readonly string[]> {
  const { currentPeriodId, agencies } = await client.workspace.overview();
  const agencyIds = agencies.slice(2, 2 + FORMS_SENT).map((agency) => agency.id);
  const events = await client.forms.send({
    periodId: currentPeriodId,
    agencyIds,
    folder: FileTicketSchema.parse(folder),
  });
  for await (const event of events) if (event.kind === 'result') break;
  const [filled, untouched, broken] = fs.readdirSync(folder).flatMap((name) => {
    return name.endsWith('.xlsx') ? path.join(folder, name) : [];
  });
  if (!filled || !untouched || !broken) throw new Error('no forms were sent');
  await fillIn(filled);
  fs.writeFileSync(broken, 'PK\u0003\u0004 no');
  return [filled, untouched, broken];
}

/** Under the heads, as an agency would: a status, a share, words, and a status that is none. */
async function fillIn(file: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const heads = new Map<string, number>();
  let nth = 0;
  book.worksheets[0]?.eachRow((row) => {
    if (row.getCell(1).value === '序号') row.eachCell((cell, column) => heads.set(String(cell.value), column));
    else if (typeof row.getCell(1).value === 'number') {
      const fill = (head: string, value: string | number) => (row.getCell(heads.get(head) ?? 1).value = value);
      fill('进展状态', nth === 1 ? '基本完成' : '推进中');
      fill('完成比例', 0.75);
      fill('进展情况', '已推广农艺调控面积3200亩，发放技术明白纸1500份，开展培训4场次。');
      nth += 1;
    }
  });
  await book.xlsx.writeFile(file);
}

const STATUS_WHEEL: readonly (Status | null)[] = ['in-progress', null, 'done', 'in-progress', null, 'blocked', 'done'];

/** A status for most cells of the month, so that every light burns somewhere. */
async function someProgress({ client }: Backend): Promise<void> {
  const { currentPeriodId: periodId } = await client.workspace.overview();
  const tasks = await client.matrix.read({ periodId });
  const cells = tasks.flatMap((task) => task.cells.map(({ agencyId }) => ({ taskId: task.id, agencyId, periodId })));
  const entries = cells.flatMap((cell, index) => {
    const status = STATUS_WHEEL[(index * 5 + cell.agencyId) % STATUS_WHEEL.length];
    if (!status) return [];
    const percent = status === 'done' ? 100 : status === 'in-progress' ? 35 + ((index * 13) % 55) : null;
    return [{ ...cell, patch: { status, percent, narrative: '已召开专题会议安排部署，正在逐户排查登记。' } }];
  });
  await client.progress.set({ entries });
}
