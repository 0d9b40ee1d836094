import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceRow, EvidenceState } from '#shared/domain/evidence.ts';
import { AppError } from '#shared/errors.ts';
import { errnoOf, writeFailure } from './save-failure.ts';
import { draftBeside, moveInPlace, removeDraft } from './save-file.ts';

/**
 * 佐证材料 lie beside the data file, each under its hash (docs/adr/0023):
 *
 *   责任矩阵.db
 *   责任矩阵.佐证材料/9f86d081…0f00a08.pdf
 *
 * A file is written whole under a temporary name and only then given its own, so that a name means the bytes it says.
 * SECURITY: no name from outside becomes part of a path: the name is the hash, the ending is letters and digits.
 */

/** What is known of a file of evidence. */
export type EvidenceFile = Pick<EvidenceRow, 'sha256' | 'fileName' | 'size'>;

/** A video of an hour; more is not copied onto a stick with a data file. */
export const EVIDENCE_BYTES_MAX = 2 * 1024 ** 3;

/** Read at a time: larger pieces copy no faster. */
const CHUNK_BYTES = 1024 ** 2;

const FOLDER_ENDING = '.佐证材料';
const ENDING = /\.([0-9a-z]{1,8})$/iu;
const HASH = /^[0-9a-f]{64}$/u;

/** The folder that belongs to a data file. It is made when the first file is added. */
export function evidenceFolderOf(dataFile: string): string {
  const { dir, name } = path.parse(dataFile);
  return path.join(dir, name + FOLDER_ENDING);
}

/** Where the file of a piece of evidence lies. */
export function evidencePath(folder: string, { sha256, fileName }: Omit<EvidenceFile, 'size'>): string {
  if (!HASH.test(sha256)) throw new Error('not a hash');
  const ending = ENDING.exec(fileName)?.[1]?.toLowerCase();
  return path.join(folder, ending === undefined ? sha256 : `${sha256}.${ending}`);
}

/** Whether a file is there and as long as it should be; its bytes are looked at when it is opened or taken out. */
export function glanceAtEvidence(folder: string, file: EvidenceFile): EvidenceState {
  try {
    const facts = statSync(evidencePath(folder, file), { throwIfNoEntry: false });
    if (facts?.isFile() !== true) return 'missing';
    return facts.size === file.size ? 'whole' : 'changed';
  } catch (error) {
    // A folder that may not be looked into is no better than one that is not there.
    if (errnoOf(error) === '') throw error;
    return 'missing';
  }
}

/** Reads a file through and compares it with its hash. @throws AppError CANCELLED */
export async function readThroughEvidence(
  folder: string,
  file: EvidenceFile,
  signal?: AbortSignal,
): Promise<EvidenceState> {
  const known = glanceAtEvidence(folder, file);
  if (known !== 'whole') return known;
  const hash = createHash('sha256');
  const source = evidencePath(folder, file);
  try {
    for await (const chunk of readOf(createReadStream(source, { highWaterMark: CHUNK_BYTES }), source)) {
      if (signal?.aborted) throw new AppError('CANCELLED');
      hash.update(chunk);
    }
  } catch (error) {
    if (error instanceof AppError && error.code !== 'CANCELLED') return 'changed';
    throw error;
  }
  return hash.digest('hex') === file.sha256 ? 'whole' : 'changed';
}

/**
 * Copies a file from outside into the folder.
 *
 * @param source full path
 * @returns its hash and size
 * @throws AppError FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE, EVIDENCE_TOO_LARGE, FOLDER_READ_ONLY, DISK_FULL; CANCELLED
 */
export async function takeIntoFolder(
  source: string,
  folder: string,
  signal?: AbortSignal,
  limit: number = EVIDENCE_BYTES_MAX,
): Promise<Pick<EvidenceFile, 'sha256' | 'size'>> {
  const fileName = path.basename(source);
  const tooLarge = () => new AppError('EVIDENCE_TOO_LARGE', { file: fileName, limit: `${limit / 1024 ** 2} MB` });
  const named = path.join(folder, fileName);
  const draft = draftBeside(named);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw writeFailure(error, named);
  });
  try {
    if (sizeOf(source) > limit) throw tooLarge();
    const { sha256, size } = await copyHashed(source, { draft, named }, signal, (bytes) => {
      if (bytes > limit) throw tooLarge();
    });
    if (size === 0) throw new AppError('FILE_EMPTY', { file: fileName });
    const target = evidencePath(folder, { sha256, fileName });
    // A file that is there already is written anew: should it have been damaged, it is whole again.
    await moveInPlace(draft, target);
    return { sha256, size };
  } finally {
    await removeDraft(draft);
  }
}

/**
 * Copies a file of the folder elsewhere, whole and with the bytes that were added, or not at all.
 *
 * @param target full path; an existing file is replaced
 * @param title what the clerk calls it, for the refusal
 * @throws AppError EVIDENCE_MISSING, EVIDENCE_CHANGED, and those of writing
 */
export async function takeOutOfFolder(
  folder: string,
  file: Omit<EvidenceFile, 'size'>,
  target: string,
  title: string,
  signal?: AbortSignal,
): Promise<void> {
  const source = evidencePath(folder, file);
  if (statSync(source, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new AppError('EVIDENCE_MISSING', { file: title, folder: path.basename(folder) });
  }
  const draft = draftBeside(target);
  try {
    const { sha256 } = await copyHashed(source, { draft, named: target }, signal);
    if (sha256 !== file.sha256) throw new AppError('EVIDENCE_CHANGED', { file: title });
    await moveInPlace(draft, target);
  } finally {
    await removeDraft(draft);
  }
}

/**
 * Copies bytes and hashes them on the way; flushed when it returns.
 *
 * @param to the temporary file, and what a person is told of it
 */
async function copyHashed(
  source: string,
  { draft, named }: { readonly draft: string; readonly named: string },
  signal: AbortSignal | undefined,
  check: (bytes: number) => void = () => undefined,
): Promise<Pick<EvidenceFile, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let size = 0;
  const notWritten = (error: unknown): never => {
    throw writeFailure(error, named);
  };
  const handle = await open(draft, 'wx').catch(notWritten);
  try {
    const stream = createReadStream(source, { highWaterMark: CHUNK_BYTES });
    for await (const chunk of readOf(stream, source)) {
      if (signal?.aborted) throw new AppError('CANCELLED');
      size += chunk.byteLength;
      check(size);
      hash.update(chunk);
      // Not `write`, which may keep a part of it and say so: a disk that is nearly full.
      await handle.writeFile(chunk).catch(notWritten);
    }
    await handle.sync().catch(notWritten);
    const kept = await handle.stat();
    if (kept.size !== size) throw writeFailure(new Error('shorter than what was written'), named);
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** The chunks of a file; what stops the reading is told apart from what stops the writing. */
async function* readOf(stream: NodeJS.ReadableStream, source: string): AsyncGenerator<Buffer, void, void> {
  try {
    // A stream without an encoding gives buffers.
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    const file = path.basename(source);
    if (errnoOf(error) === 'ENOENT') throw new AppError('FILE_MISSING', { file }, { cause: error });
    throw new AppError('FILE_UNREADABLE', { file, reason: errnoOf(error) || '读取失败' }, { cause: error });
  }
}

function sizeOf(source: string): number {
  const file = path.basename(source);
  try {
    const facts = statSync(source);
    if (!facts.isFile()) throw new AppError('FILE_UNREADABLE', { file, reason: '这不是一个文件' });
    return facts.size;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (errnoOf(error) === 'ENOENT') throw new AppError('FILE_MISSING', { file }, { cause: error });
    throw new AppError('FILE_UNREADABLE', { file, reason: errnoOf(error) || '读取失败' }, { cause: error });
  }
}
