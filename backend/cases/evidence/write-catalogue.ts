import path from 'node:path';
import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import type { TableDescription } from '#backend/excel/layouts/layout.ts';
import { evidenceFolderOf, takeOutOfFolder } from '#backend/files/evidence-folder.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import { type CatalogueWritten, EVIDENCE_STATE_LABELS, type EvidenceLine } from '#shared/domain/evidence.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { safeFileName, safeFileNameWithEnding } from '#shared/text/file-name.ts';
import { sendTable, stateOf } from '../sendings/record-sending.ts';
import { evidenceLines } from './evidence-lines.ts';

export type CatalogueRequest = {
  readonly planId: PlanId;
  readonly taskIds?: readonly TaskId[] | undefined;
};

type Trouble = CatalogueWritten['troubled'][number];

/** The evidence of a plan, or of some of its tasks, in the order of the catalogue. */
export function catalogueLines(
  context: Pick<BackendContext, 'db' | 'dataFile'>,
  { planId, taskIds }: CatalogueRequest,
): readonly EvidenceLine[] {
  const parts = ['tasks', 'agencyNames', 'periods', 'evidence', 'closings'] as const;
  return evidenceLines(context, loadPlanState(context.db, planId, { taskIds, parts: [...parts] }));
}

/** The catalogue as a table, as it is at this moment. */
export function describeCatalogue(context: BackendContext, request: CatalogueRequest): TableDescription {
  const { plan } = loadPlanState(context.db, request.planId, { parts: ['plan'] });
  const lines = catalogueLines(context, request);
  return { layout: 'evidence', input: { plan, date: context.today(), lines: lines.map(withTrouble) } };
}

function withTrouble(line: EvidenceLine) {
  return { ...line, trouble: line.state === 'whole' ? '' : EVIDENCE_STATE_LABELS[line.state] };
}

/**
 * Writes the catalogue, and into a folder also the files under their catalogue numbers. A file that is missing or
 * changed is named in the catalogue and in the result, and never copied.
 *
 * @param to `folder`: files and workbook; `file`: the workbook alone
 * @throws AppError EVIDENCE_NONE, and those of writing
 */
export async function* writeCatalogue(
  context: BackendContext,
  request: CatalogueRequest,
  to: { readonly folder: string } | { readonly file: string },
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, CatalogueWritten, void> {
  const { plan } = loadPlanState(context.db, request.planId, { parts: ['plan'] });
  const lines = catalogueLines(context, request);
  const state = stateOf(context);
  if (lines.length === 0) throw new AppError('EVIDENCE_NONE');
  const target = 'file' in to ? to.file : path.join(to.folder, `${safeFileName('佐证材料目录')}.xlsx`);
  assertNotDataFile(target, context.dataFile);
  context.outlet.prepare('tables');
  const troubled: Trouble[] = [];
  for (const [index, line] of lines.entries()) {
    const { catalogueNumber, title, state } = line;
    if ('folder' in to) {
      yield progress(index, lines.length, `正在复制 ${catalogueNumber}`);
      const trouble = await copyOut(context, line, to.folder, signal);
      if (trouble !== null) troubled.push({ catalogueNumber, title, message: trouble });
    } else if (state !== 'whole') {
      troubled.push({ catalogueNumber, title, message: EVIDENCE_STATE_LABELS[state] });
    }
  }
  yield progress(lines.length, lines.length, '正在生成目录');
  const messages = new Map(troubled.map((each) => [each.catalogueNumber, each.message]));
  const rows = lines.map((line) => ({ ...line, trouble: messages.get(line.catalogueNumber) ?? '' }));
  const input = { plan, date: context.today(), lines: rows };
  const table = { layout: 'evidence', input } as const;
  const sent = { call: 'evidence.catalogue', input: request };
  const about = { what: '佐证材料目录', planId: request.planId, request: sent, state };
  const { notice } = await sendTable(context, [table], about, target, { signal });
  const copied = 'folder' in to ? lines.length - troubled.length : 0;
  return {
    fileName: path.basename(target),
    lines: lines.length,
    copied,
    troubled,
    ...(notice === undefined ? {} : { notice }),
  };
}

/** @returns what is wrong with the file, or `null` when it was copied */
async function copyOut(
  context: Pick<BackendContext, 'dataFile'>,
  line: EvidenceLine,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const ending = path.extname(safeFileNameWithEnding(line.fileName));
  // SECURITY: number and title are made fit for a file name; neither can name another folder.
  const name = safeFileName(`${line.catalogueNumber} ${line.title}`) + ending;
  const target = path.join(folder, name);
  assertNotDataFile(target, context.dataFile);
  try {
    await takeOutOfFolder(evidenceFolderOf(context.dataFile), line, target, line.title, signal);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'EVIDENCE_MISSING') return EVIDENCE_STATE_LABELS.missing;
    if (error instanceof AppError && error.code === 'EVIDENCE_CHANGED') return EVIDENCE_STATE_LABELS.changed;
    throw error;
  }
}
