import { MAY_IMPORT } from './arrows.ts';
import type { Import } from './imports.ts';

const FLOORS = Object.keys(MAY_IMPORT).toSorted((one, other) => other.length - one.length);
/** @returns the floor a file stands on, or `undefined` for a folder the table does not know */
export function floorOf(file: string): string | undefined {
  return FLOORS.find((floor) => file === floor || file.startsWith(`${floor}/`));
}

/** @returns why an import is against the table, or `null` */
export function objection({ from, to }: Import): string | null {
  const own = floorOf(from);
  const other = floorOf(to);
  if (own === undefined) return `${from} stands in a folder without a row in tests/build/arrows.ts`;
  const allowed = MAY_IMPORT[own] ?? [];
  if (other === own || (other !== undefined && allowed.includes(other))) return null;
  return `${from} may not import ${to}; ${own} may import: ${allowed.join(', ')}`;
}
