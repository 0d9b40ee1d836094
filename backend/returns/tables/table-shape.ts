import { createHash } from 'node:crypto';
import type { HeadBlock } from './return-head.ts';

/**
 * Names the shape of a table by its heads and their columns, so that what a person said of its columns serves again
 * next month: months and other numbers in the heads do not count, nor do the rows above and below.
 */
export function shapeOf({ heads }: Pick<HeadBlock, 'heads'>): string {
  const plain = heads
    .filter(({ plain: head }) => head !== '')
    .map(({ column, plain: head }) => `${column}:${head.replace(/\d+/g, '#')}`);
  return createHash('sha256').update(plain.join('|')).digest('hex').slice(0, 32);
}
