import { createHash } from 'node:crypto';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readForeignFile } from '#backend/files/read-foreign-file.ts';
import { AppError } from '#shared/errors.ts';
import type { IntakeReply, IntakeRequest, IntakeSource, IntakeStart } from './intake-messages.ts';

type Asked<Kind extends IntakeRequest['kind']> = Extract<IntakeRequest, { readonly kind: Kind }>;

const NO_HINTS = { mappings: new Map(), near: null };

/**
 * Entry of the thread that parses foreign files, one after another. What a hostile file can reach ends here: this
 * thread's memory is limited, its process can be ended at any time and has no data file (serve-intake.ts).
 */
async function answer(request: IntakeRequest): Promise<IntakeReply> {
  try {
    switch (request.kind) {
      case 'expand':
        return { kind: 'expanded', files: await (await import('./expand.ts')).expand(request.path) };
      case 'return':
        return await readOneReturn(request);
      case 'picture':
        return await pictureOne(request);
      case 'template':
        return await readOneTemplate(request);
      case 'which':
        return await tellOneKind(request.path);
      case 'document':
        return await readOneDocument(request);
      case 'text':
        return await readOneText(request);
    }
  } catch (error) {
    // An error loses its class between threads and processes: codes travel as data.
    if (error instanceof AppError) return { kind: 'refused', code: error.code, details: error.details };
    return { kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function readOneReturn({ source, password, hints }: Asked<'return'>): Promise<IntakeReply> {
  const { name, bytes } = fileAt(source);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { sheetsOfFile } = await import('./sheets-of-file.ts');
  const { readReturn } = await import('#backend/returns/tables/read-return.ts');
  const parsed = readReturn(await sheetsOfFile(bytes, name, { password }), name, hints ?? NO_HINTS);
  return { kind: 'read', file: { parsed, sha256, bytes: new Uint8Array(bytes) } };
}

async function pictureOne({ source, password, sheet }: Asked<'picture'>): Promise<IntakeReply> {
  const { name, bytes } = fileAt(source);
  const { sheetsOfFile } = await import('./sheets-of-file.ts');
  const { pictureOf } = await import('#backend/sheets/sheet-picture.ts');
  return { kind: 'pictured', picture: pictureOf(await sheetsOfFile(bytes, name, { password }), sheet) };
}

async function readOneTemplate({ source, place, example }: Asked<'template'>): Promise<IntakeReply> {
  const { templateOfFile } = await import('./template-of-file.ts');
  const filled = example === undefined ? undefined : fileAt(example);
  return { kind: 'template', template: await templateOfFile(fileAt(source), { place, example: filled }) };
}

function fileAt(source: IntakeSource): { readonly name: string; readonly bytes: Uint8Array } {
  return typeof source === 'string' ? { name: path.basename(source), bytes: readForeignFile(source) } : source;
}

async function tellOneKind(file: string): Promise<IntakeReply> {
  const { tellKind } = await import('./tell-kind.ts');
  return { kind: 'told', told: await tellKind(readForeignFile(file), path.basename(file)) };
}

async function readOneDocument({ path: file, directory }: Asked<'document'>): Promise<IntakeReply> {
  const bytes = readForeignFile(file, 'PLAN_TOO_LARGE');
  const { readDocument } = await import('../documents/read-document.ts');
  return { kind: 'document', document: await readDocument(bytes, path.basename(file), { directory }) };
}

async function readOneText({ text, options }: Asked<'text'>): Promise<IntakeReply> {
  const { readText } = await import('../documents/read-text.ts');
  return { kind: 'text', reading: readText(text, options) };
}

/** Moved, not copied: a return with photos has many megabytes, an archive forty of them. */
function movedWith(reply: IntakeReply): ArrayBuffer[] {
  const held: Uint8Array[] = [];
  if (reply.kind === 'read') held.push(reply.file.bytes);
  if (reply.kind === 'expanded') {
    for (const file of reply.files)
      if ('source' in file && typeof file.source !== 'string') held.push(file.source.bytes);
  }
  return held.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

// Loaded before the first file, so that no file's time is spent on it, and nothing that only another kind needs: the
// thread's start is what a single document waits for most. Set by serveIntake, which alone starts this.
const { first } = workerData as IntakeStart;
if (first === 'return') {
  await import('#backend/returns/tables/read-return.ts');
  await import('#backend/sheets/sheets-of-xlsx.ts');
} else await import('../documents/read-document.ts');

const port = parentPort;
if (!port) throw new Error('intake-worker is the entry of a worker thread');
port.on('message', (request: IntakeRequest) => {
  void answer(request).then((reply) => {
    port.postMessage(reply, movedWith(reply));
  });
});
port.postMessage({ kind: 'ready' } satisfies IntakeReply);
