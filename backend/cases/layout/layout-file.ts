import path from 'node:path';
import { z } from 'zod';
import type { BackendContext } from '#backend/calls/context.ts';
import { decodeText } from '#backend/files/decode-text.ts';
import { readForeignFile } from '#backend/files/read-foreign-file.ts';
import { saveFile } from '#backend/files/save-file.ts';
import type { ReadableDb } from '#db/handle.ts';
import { isLayoutNameTaken } from '#db/queries/layout.queries.ts';
import { type LayoutDef, LayoutDefSchema } from '#shared/domain/layout-def.ts';
import { assertFieldsKnown } from '#shared/domain/layout-fields.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';

/** What the file says it is, so that no other JSON is taken for one. */
const FORMAT = '责任矩阵表样';
/** Raised when an older program could not show what a newer one writes. */
const VERSION = 1;
/** The largest layout that the schema allows is far smaller. */
const FILE_MAX_BYTES = 1_000_000;

const EnvelopeSchema = z.object({ format: z.literal(FORMAT), version: z.int().positive(), layout: z.unknown() });

/** Writes a layout as a file for another PC. */
export async function writeLayoutFile(
  context: BackendContext,
  def: LayoutDef,
  target: string,
): Promise<Omit<ExportedFile, 'rows'>> {
  const text = `${JSON.stringify({ format: FORMAT, version: VERSION, layout: def }, null, 2)}\n`;
  const bytes = new TextEncoder().encode(text);
  await saveFile(target, bytes, 'json', context.dataFile);
  return { fileName: path.basename(target), bytes: bytes.byteLength };
}

/**
 * Reads such a file. Nothing of it is kept; a name that is taken gets a number behind it.
 *
 * @throws AppError LAYOUT_FILE_UNREADABLE | LAYOUT_FILE_NEWER | LAYOUT_FIELD_UNKNOWN, and those of backend/files
 */
export function readLayoutFile({ db }: Pick<BackendContext, 'db'>, file: string): LayoutDef {
  const name = path.basename(file);
  const bytes = readForeignFile(file, 'FILE_TOO_LARGE', FILE_MAX_BYTES);
  const envelope = EnvelopeSchema.safeParse(parsed(bytes, name));
  if (!envelope.success) throw new AppError('LAYOUT_FILE_UNREADABLE', { file: name });
  if (envelope.data.version > VERSION) throw new AppError('LAYOUT_FILE_NEWER', { file: name });
  const read = LayoutDefSchema.safeParse(envelope.data.layout);
  if (!read.success) throw new AppError('LAYOUT_FILE_UNREADABLE', { file: name });
  assertFieldsKnown(read.data);
  return { ...read.data, name: freeName(db, read.data.name) };
}

function parsed(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(decodeText(bytes, name));
  } catch (cause) {
    throw new AppError('LAYOUT_FILE_UNREADABLE', { file: name }, { cause });
  }
}

/** 月度台账, and when there is one already 月度台账（2）. */
function freeName(db: ReadableDb, name: string): string {
  let free = name;
  for (let count = 2; isLayoutNameTaken(db, free); count++) free = `${name.slice(0, 54)}（${count}）`;
  return free;
}
