import type { ReadWarning } from '#shared/domain/plan-reading.ts';
import type { TableTaskRow } from './plan-rows.ts';

/**
 * Task numbers: the table's own where they rise without a repeat, else 1 to n over the table, because a number stands
 * for one task only. Gaps and repeats are reported.
 */
export function numberRows(rows: readonly TableTaskRow[]): {
  readonly numbers: readonly number[];
  readonly warnings: readonly ReadWarning[];
} {
  const written = rows.map((row) => row.number);
  const rises = written.every((number, index) => number !== undefined && number > (written[index - 1] ?? 0));
  const numbers = written.map((number, index) => (rises ? (number ?? 0) : index + 1));
  const warnings: ReadWarning[] = [];
  for (const [index, row] of rows.entries()) {
    const before = written[index - 1];
    const { number } = row;
    if (before === undefined || number === undefined) continue;
    const place = { task: numbers[index] ?? index + 1, span: { start: row.start, end: row.end } };
    if (number > before + 1) {
      warnings.push({ code: 'NUMBER_GAP', message: `序号从${before}跳到${number}，请核对是否漏了任务。`, ...place });
    } else if (number === before && row.numberAt === rows[index - 1]?.numberAt) {
      warnings.push({
        code: 'NUMBER_REPEATED',
        message: `序号${number}下有多项任务，已按先后顺序重新编号。`,
        ...place,
      });
    } else if (number <= before && number !== 1) {
      // From 1 the numbers only start anew, under a heading or in the next table.
      const message = `序号${number}出现在${before}之后，已按先后顺序重新编号。`;
      warnings.push({ code: 'NUMBER_REPEATED', message, ...place });
    }
  }
  return { numbers, warnings };
}
