import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { annotatedCopy } from '#backend/excel/annotate/annotated-copy.ts';
import { formSheets } from '#backend/excel/form/form-workbook.ts';
import { describedSheet, type TableDescription } from '#backend/excel/layouts/layout.ts';
import type { SheetPlan } from '#backend/excel/sheet-plan.ts';
import { fillTemplate } from '#backend/excel/template/fill-template.ts';
import { workbookStream } from '#backend/excel/write-workbook.ts';
import { type SavedContent, writeDraft } from '#backend/files/save-file.ts';
import { CellTroubles } from '#backend/sheets/cell-troubles.ts';
import { loadWorkbookLibrary } from '#backend/sheets/exceljs.ts';
import { AppError } from '#shared/errors.ts';
import type { OutletJob, OutletReply, OutletRequest, OutletStart, Written } from './outlet-messages.ts';
import { takeRows } from './row-stream.ts';

/**
 * Entry of the thread that builds and writes workbooks, one after another (outlet.ts). It knows no data file: it is
 * told everything it writes, and where.
 */
const port = parentPort;
if (!port) throw new Error('outlet-worker is the entry of a worker thread');

/** Rows between two words on how far it is: some fifty for 5,000 rows. More often costs time, less often looks stuck. */
const ROWS_PER_REPORT = 100;

/** What a sheet of a workbook has room for; heads and foot take some rows more. */
const SHEET_MAX = { rows: 1_048_000, columns: 16_384 } as const;

type Tell = (reply: OutletReply) => void;
type Built = {
  readonly content: SavedContent;
  readonly rows: () => number;
  /** What is said of one kind alone. */
  readonly about?: Pick<Written, 'copy' | 'cells'>;
  readonly notes?: readonly string[];
};

async function build({ job, streams, target }: OutletRequest, tell: Tell, troubles: CellTroubles): Promise<Built> {
  switch (job.kind) {
    case 'tables':
      return await buildTables(job, { streams, target }, tell, troubles);
    case 'form':
      return {
        content: await workbookStream(formSheets(job.form), troubles),
        rows: () => job.form.parts.reduce((sum, { rows }) => sum + rows.length, 0),
      };
    case 'annotated': {
      const { bytes, ending, how } = await annotatedCopy(job.copy);
      return { content: bytes, rows: () => job.copy.rows.length, about: { copy: { ending, how } } };
    }
    case 'template': {
      const { bytes, filledRows, filledCells, notes } = await fillTemplate(job.fill);
      return { content: bytes, rows: () => filledRows, about: { cells: filledCells }, notes };
    }
  }
}

async function buildTables(
  { tables }: Extract<OutletJob, { kind: 'tables' }>,
  { streams, target }: Pick<OutletRequest, 'streams' | 'target'>,
  tell: Tell,
  troubles: CellTroubles,
): Promise<Built> {
  let done = 0;
  let total = 0;
  const onRow = (): void => {
    done++;
    if (done % ROWS_PER_REPORT === 0 || done === total) tell({ kind: 'rows', done, total });
  };
  const sheets = tables.map((table, index) => {
    const stream = streams.find((each) => each.table === index);
    const { sheet, rows } = describedSheet(stream ? withRows(table, takeRows(stream.port)) : table, onRow);
    const count = rows ?? stream?.count ?? 0;
    if (count > SHEET_MAX.rows || sheet.columns.length > SHEET_MAX.columns) {
      throw new AppError('SHEET_TOO_LARGE', { file: path.basename(target) });
    }
    total += count;
    return sheet;
  });
  return { content: await workbookStream(eachByItself(sheets), troubles), rows: () => done };
}

/** Several tables of one workbook go to several agencies, or are several tables: each has its own page numbers. */
function eachByItself(sheets: readonly SheetPlan[]): readonly SheetPlan[] {
  if (sheets.length === 1) return sheets;
  return sheets.map((sheet) => (sheet.page ? { ...sheet, page: { ...sheet.page, ownPages: true } } : sheet));
}

/** The rows that were taken out of the table before it crossed: they are those of its kind. */
function withRows(table: TableDescription, rows: Iterable<unknown>): TableDescription {
  return { ...table, rows } as TableDescription;
}

async function answer(request: OutletRequest, tell: Tell): Promise<OutletReply> {
  try {
    const troubles = new CellTroubles();
    const { content, rows, about, notes = [] } = await build(request, tell, troubles);
    const written = await writeDraft(request.draft, request.target, content, 'workbook');
    return { kind: 'written', ...written, ...about, rows: rows(), notices: [...troubles.notices(), ...notes] };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', code: error.code, details: error.details };
    return { kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const tell = (reply: OutletReply): void => port.postMessage(reply);
port.on('message', (request: OutletRequest) => void answer(request, tell).then(tell));
const { firstJob }: OutletStart = workerData;
// Loaded ahead: whoever starts the thread is still gathering what it shall write.
if (firstJob === 'tables' || firstJob === 'form') await loadWorkbookLibrary();
