/** What is measured in a process of its own: prepares what is not measured, then gives back what is. */
export type Work = (rows: number, folder: string) => Promise<() => Promise<unknown>>;

/** Loads modules and warms the compiler before it is measured. */
export const WARMING_ROWS = 50;

/** A file of `works/` each: only what a work needs itself is in its process. */
export const WORKS = [
  'ours',
  'raw',
  'raw-unmerged',
  'sheetjs',
  'office',
  'forms',
  'fill',
  'fill-raw',
  'fill-office',
] as const;
export type WorkName = (typeof WORKS)[number];

export function isWorkName(name: string): name is WorkName {
  return WORKS.some((work) => work === name);
}
