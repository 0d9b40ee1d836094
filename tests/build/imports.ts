import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '#build/runtime/places.ts';

const ROOMS = ['shared', 'db', 'backend', 'electron', 'renderer'] as const;

/** One import of our own code: who, and what file it resolves to. Both from the project's root, with forward slashes. */
export type Import = { readonly from: string; readonly to: string };

/** Every way of naming another file: import, export from, import(), a type's import('…'), new URL('…', import.meta.url). */
const NAMED_FILE = /(?:\bfrom|\bimport|\bimport\s*\(|\bnew URL\()\s*'([#.][^'?]+)(?:\?[^']*)?'/g;

/** @returns the imports of our own modules that a source text makes; style sheets and folders of data are not modules */
export function importsOf(file: string, source: string): readonly Import[] {
  return [...source.matchAll(NAMED_FILE)].flatMap((match) => {
    const name = match[1] ?? '';
    const to = name.startsWith('#') ? name.slice(1) : path.posix.join(path.posix.dirname(file), name);
    return /\.tsx?$/.test(to) ? [{ from: file, to }] : [];
  });
}

/** @returns the imports of all rooms, from their sources on disk */
export function importsOfTheHouse(): readonly Import[] {
  return ROOMS.flatMap((room) =>
    readdirSync(path.join(PROJECT_ROOT, room), { recursive: true, encoding: 'utf8' })
      .map((file) => `${room}/${file.replaceAll(path.sep, '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .flatMap((file) => importsOf(file, readFileSync(path.join(PROJECT_ROOT, file), 'utf8'))),
  );
}

/** @returns the groups of files that import each other in a circle (Tarjan); none in a house in order */
export function circles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    lowest.set(file, own);
    stack.push(file);
    for (const { to } of next.get(file) ?? []) {
      const reached = order.has(to) ? (stack.includes(to) ? (order.get(to) ?? own) : own) : visit(to);
      lowest.set(file, Math.min(lowest.get(file) ?? own, reached));
    }
    if (lowest.get(file) === own) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1) found.push(group);
    }
    return lowest.get(file) ?? own;
  };
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return found;
}
