import { createHash } from 'node:crypto';
import { plainHead } from '#backend/sheets/read-head.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';

/**
 * Names forms with the same heads in the same columns, so that what was said of one serves again next month: years,
 * months and other numbers in the heads do not count, nor do title, sheet and rows.
 */
export function templateShape({ columns }: Pick<TemplateMapping, 'columns'>): string {
  const plain = columns
    .map(({ column, head }) => `${column}:${head.split('/').map(plainHead).join('/')}`)
    .map((head) => head.replace(/\d+月|[一二三四五六七八九十]+月|\d+(?=年|日|季|$)/gu, '#'));
  return createHash('sha256').update(plain.join('|')).digest('hex').slice(0, 32);
}
