import { createHash } from 'node:crypto';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import { readReturn } from '../excel/read-return.ts';
import { loadWorkbookLibrary } from '../excel/workbook.ts';
import type { IntakeReply, IntakeRequest } from './intake-messages.ts';
import { readForeignFile } from './read-foreign-file.ts';

/**
 * Entry of the worker that parses foreign files, one after another. What a hostile file can reach ends here: this
 * thread's memory is limited, it can be stopped at any time, and it has no data file (intake.ts).
 */
async function answer({ path: file }: IntakeRequest): Promise<IntakeReply> {
  try {
    const bytes = readForeignFile(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const parsed = await readReturn(bytes, path.basename(file));
    return { kind: 'read', file: { parsed, sha256, bytes: new Uint8Array(bytes) } };
  } catch (error) {
    // An error loses its class between threads: codes travel as data.
    if (error instanceof AppError) return { kind: 'refused', code: error.code, details: error.details };
    return { kind: 'failed', error };
  }
}

// Loaded before the first file, so that no file's time is spent on it.
await loadWorkbookLibrary();

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
