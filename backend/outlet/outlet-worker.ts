import { parentPort } from 'node:worker_threads';
import { formSheets } from '#backend/excel/form.ts';
import { describedSheet } from '#backend/excel/layouts/layout.ts';
import type { SheetPlan } from '#backend/excel/sheet-plan.ts';
import { writeWorkbook } from '#backend/excel/write-workbook.ts';
import { writeDraft } from '#backend/files/save-file.ts';
import { loadWorkbookLibrary } from '#backend/sheets/exceljs.ts';
import { AppError } from '#shared/errors.ts';
import type { OutletJob, OutletReply, OutletRequest } from './outlet-messages.ts';

/**
 * Entry of the thread that builds and writes workbooks, one after another (outlet.ts). It knows no data file: it is
 * told everything it writes, and where.
 */
const port = parentPort;
if (!port) throw new Error('outlet-worker is the entry of a worker thread');

/** Rows between two words on how far it is: some fifty for 5,000 rows. More often costs time, less often looks stuck. */
const ROWS_PER_REPORT = 100;

function sheetsOf(job: OutletJob): { readonly sheets: readonly SheetPlan[]; readonly rows: number } {
  switch (job.kind) {
    case 'table': {
      const { sheet, rows } = describedSheet(job.table);
      return { sheets: [sheet], rows };
    }
    case 'form':
      return { sheets: formSheets(job.form), rows: job.form.rows.length };
  }
}

async function answer({ job, target, draft }: OutletRequest, tell: (reply: OutletReply) => void): Promise<OutletReply> {
  try {
    const { sheets, rows } = sheetsOf(job);
    const total = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    const bytes = await writeWorkbook(sheets, (done) => {
      if (done % ROWS_PER_REPORT === 0 || done === total) tell({ kind: 'rows', done, total });
    });
    await writeDraft(draft, target, bytes, 'workbook');
    return { kind: 'written', rows, bytes: bytes.byteLength };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', code: error.code, details: error.details };
    return { kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const tell = (reply: OutletReply): void => port.postMessage(reply);
port.on('message', (request: OutletRequest) => void answer(request, tell).then(tell));
// Loaded ahead: whoever starts the thread is still gathering what it shall write.
await loadWorkbookLibrary();
