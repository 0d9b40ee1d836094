/**
 * The first script of the page, and a tiny one: it lets the skeleton in index.html be painted before the program
 * itself is compiled and run, which would hold the first picture back by a quarter of a second.
 */

/** A window that starts minimized paints no frame; the program then starts after this time all the same. */
const NO_FRAME_MS = 100;

const painted = new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, NO_FRAME_MS);
});
await painted;
await import('./main.tsx');

export {};
