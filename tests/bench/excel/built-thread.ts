import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The writing thread as the program runs it: one bundle, nothing compiled while it loads. bench:excel builds it. Looked
 * for from the project's folder, where the bench is started: who asks may be bundled elsewhere itself.
 */
export const BUILT_THREAD = pathToFileURL(path.resolve('out/backend/outlet-worker.js'));
