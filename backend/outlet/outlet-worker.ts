import { parentPort } from 'node:worker_threads';
import { annotatedCopy } from '#backend/excel/annotate/annotated-copy.ts';
import { formSheets } from '#backend/excel/form/form-workbook.ts';
import { describedSheet } from '#backend/excel/layouts/layout.ts';
import type { SheetPlan } from '#backend/excel/sheet-plan.ts';
import { writeWorkbook } from '#backend/excel/write-workbook.ts';
import { writeDraft } from '#backend/files/save-file.ts';
import { CellTroubles } from '#backend/sheets/cell-troubles.ts';
import { loadWorkbookLibrary } from '#backend/sheets/exceljs.ts';
import { AppError } from '#shared/errors.ts';
import type { OutletJob, OutletReply, OutletRequest, Written } from './outlet-messages.ts';

/**
 * Entry of the thread that builds and writes workbooks, one after another (outlet.ts). It knows no data file: it is
 * told everything it writes, and where.
 */
const port = parentPort;
if (!port) throw new Error('outlet-worker is the entry of a worker thread');

/** Rows between two words on how far it is: some fifty for 5,000 rows. More often costs time, less often looks stuck. */
const ROWS_PER_REPORT = 100;

type Built = Omit<Written, 'bytes' | 'sha256' | 'notices'> & { readonly content: Uint8Array };

async function build(job: OutletJob, tell: (reply: OutletReply) => void, troubles: CellTroubles): Promise<Built> {
  switch (job.kind) {
    case 'table': {
      const { sheet, rows } = describedSheet(job.table);
      return { content: await written([sheet], tell, troubles), rows };
    }
    case 'form':
      return { content: await written(formSheets(job.form), tell, troubles), rows: job.form.parts.reduce((sum, part) => sum + part.rows.length, 0) };
    case 'annotated': {
      const { bytes, ending, how } = await annotatedCopy(job.copy);
      return { content: bytes, rows: job.copy.rows.length, copy: { ending, how } };
    }
  }
}

function written(
  sheets: readonly SheetPlan[],
  tell: (reply: OutletReply) => void,
  troubles: CellTroubles,
): Promise<Uint8Array> {
  const total = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const onRow = (done: number): void => {
    if (done % ROWS_PER_REPORT === 0 || done === total) tell({ kind: 'rows', done, total });
  };
  return writeWorkbook(sheets, onRow, troubles);
}

async function answer({ job, target, draft }: OutletRequest, tell: (reply: OutletReply) => void): Promise<OutletReply> {
  try {
    const troubles = new CellTroubles();
    const { content, ...built } = await build(job, tell, troubles);
    const sha256 = await writeDraft(draft, target, content, 'workbook');
    return { kind: 'written', ...built, bytes: content.byteLength, sha256, notices: troubles.notices() };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', code: error.code, details: error.details };
    return { kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const tell = (reply: OutletReply): void => port.postMessage(reply);
port.on('message', (request: OutletRequest) => void answer(request, tell).then(tell));
// Loaded ahead: whoever starts the thread is still gathering what it shall write.
await loadWorkbookLibrary();
