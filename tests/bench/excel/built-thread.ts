/** The writing thread as the program runs it: one bundle, nothing compiled while it loads. bench:excel builds it. */
export const BUILT_THREAD = new URL('../../../out/backend/outlet-worker.js', import.meta.url);
