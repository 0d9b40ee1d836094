/** The thread's entry under plain Node: for the command line and for tests. In the packaged program it is a bundle. */
export const OUTLET_WORKER = new URL('./outlet-worker.ts', import.meta.url);
