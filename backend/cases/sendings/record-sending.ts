import path from 'node:path';
import { type BackendContext, made } from '#backend/calls/context.ts';
import type { TableDescription } from '#backend/excel/layouts/layout.ts';
import type { Outlet, Written } from '#backend/outlet/outlet.ts';
import { recordExport } from '#db/commands/export.commands.ts';
import { newestStep } from '#db/queries/export.queries.ts';
import { toAppError } from '#db/sqlite-error.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import type { SentFile, SentState } from '#shared/domain/sending.ts';
import { AppError } from '#shared/errors.ts';

/** What a case knows of a file that it has written; the rest is in {@link Written}. */
export type SentAbout = Pick<SentFile, 'kind' | 'what' | 'planId' | 'request' | 'state'> &
  Partial<Pick<SentFile, 'periodId' | 'agencyId'>>;

/** A file that stands in its place. */
type Standing = { readonly fileName: string } & Pick<Written, 'rows' | 'bytes' | 'sha256' | 'notices'>;

/**
 * The state that is shown by whatever is gathered in the same synchronous look: the newest step, and the day it is
 * judged by. In the past it is the moment that is looked at.
 */
export function stateOf({ db, today }: Pick<BackendContext, 'db' | 'today'>): SentState {
  return { stepId: newestStep(db), on: today() };
}

/** An entry of the log of exports, for {@link recordSent} or for a step of the caller's own (exportRow in db/commands). */
export function sentFile(about: SentAbout, { fileName, rows, bytes, sha256, notices }: Standing): SentFile {
  return { periodId: null, agencyId: null, ...about, fileName, rows, bytes, sha256, notices };
}

/**
 * Writes tables as a workbook, a sheet for each, and remembers it.
 *
 * @param about its `state` is to be taken together with the table ({@link stateOf})
 * @param target full path; an existing file is replaced
 * @throws AppError those of backend/outlet/outlet.ts
 */
export async function sendTable(
  context: BackendContext,
  tables: readonly TableDescription[],
  about: Omit<SentAbout, 'kind'>,
  target: string,
  options: Parameters<Outlet['save']>[2],
): Promise<ExportedFile> {
  const written = await context.outlet.save({ kind: 'tables', tables }, target, options);
  const fileName = path.basename(target);
  const [told] = await recordSent(context, [sentFile({ kind: 'table', ...about }, { fileName, ...written })]);
  return told ?? { fileName, ...written };
}

/**
 * Remembers files that have left together, when they stand in their places. A file that has left is there whether it
 * can be remembered or not (the stick is full, the data file became read-only): then its notice says so.
 *
 * @returns what the client is told of each file, in their order
 */
export async function recordSent(
  context: BackendContext,
  files: readonly SentFile[],
): Promise<readonly ExportedFile[]> {
  const { ids, trouble } = await recordOrSay(context, files);
  return files.map(({ fileName, rows, bytes, notices }, index) => {
    const id = ids[index];
    const notice = [...notices, ...trouble].join('\n');
    return {
      fileName,
      rows,
      bytes,
      ...(id === undefined ? {} : { sendingId: id }),
      ...(notice === '' ? {} : { notice }),
    };
  });
}

async function recordOrSay(context: BackendContext, files: readonly SentFile[]) {
  try {
    const ids = await context.writes.run(() => recordExport(context.present, files, made(context, 'typed')));
    return { ids, trouble: [] };
  } catch (error) {
    const known = toAppError(error, context.dataFile);
    if (!(known instanceof AppError)) throw error;
    return { ids: [], trouble: [`文件已经生成，但没有记入发出记录：${known.message}`] };
  }
}
