import { createHash } from 'node:crypto';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readForeignFile } from '#backend/files/read-foreign-file.ts';
import { AppError } from '#shared/errors.ts';
import type { IntakeReply, IntakeRequest, IntakeStart } from './intake-messages.ts';

/**
 * Entry of the thread that parses foreign files, one after another. What a hostile file can reach ends here: this
 * thread's memory is limited, its process can be ended at any time and has no data file (serve-intake.ts).
 */
async function answer(request: IntakeRequest): Promise<IntakeReply> {
  try {
    switch (request.kind) {
      case 'return':
        return await readOneReturn(request.path);
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

async function readOneReturn(file: string): Promise<IntakeReply> {
  const bytes = readForeignFile(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { readReturn } = await import('#backend/returns/read-return.ts');
  const parsed = await readReturn(bytes, path.basename(file));
  return { kind: 'read', file: { parsed, sha256, bytes: new Uint8Array(bytes) } };
}

async function tellOneKind(file: string): Promise<IntakeReply> {
  const { tellKind } = await import('./tell-kind.ts');
  return { kind: 'told', told: await tellKind(readForeignFile(file), path.basename(file)) };
}

async function readOneDocument({ path: file, directory }: IntakeRequest & { kind: 'document' }): Promise<IntakeReply> {
  const bytes = readForeignFile(file, 'PLAN_TOO_LARGE');
  const { readDocument } = await import('../documents/read-document.ts');
  return { kind: 'document', document: await readDocument(bytes, path.basename(file), { directory }) };
}

async function readOneText({ text, options }: IntakeRequest & { kind: 'text' }): Promise<IntakeReply> {
  const { readText } = await import('../documents/read-text.ts');
  return { kind: 'text', reading: readText(text, options) };
}

// Loaded before the first file, so that no file's time is spent on it, and nothing that only another kind needs: the
// thread's start is what a single document waits for most. Set by serveIntake, which alone starts this.
const { first } = workerData as IntakeStart;
if (first === 'return') {
  await import('#backend/returns/read-return.ts');
  await (await import('#backend/sheets/exceljs.ts')).loadWorkbookLibrary();
} else await import('../documents/read-document.ts');

const port = parentPort;
if (!port) throw new Error('intake-worker is the entry of a worker thread');
port.on('message', (request: IntakeRequest) => {
  void answer(request).then((reply) => {
    // Moved, not copied: a return with photos has many megabytes.
    const moved =
      reply.kind === 'read' && reply.file.bytes.buffer instanceof ArrayBuffer ? [reply.file.bytes.buffer] : [];
    port.postMessage(reply, moved);
  });
});
port.postMessage({ kind: 'ready' } satisfies IntakeReply);
