import type { ReadWarning } from '#shared/domain/plan-reading.ts';
import type { ChosenTask } from './choose-tasks.ts';

/**
 * Task numbers: the document's own where they run on (also with gaps), else 1 to n over the document.
 * Gaps and repeats are reported in either case.
 */
export function numberTasks(
  tasks: readonly ChosenTask[],
  ordinalOfBlock: ReadonlyMap<number, number>,
): Readonly<{ numbers: readonly number[]; warnings: readonly ReadWarning[] }> {
  const written = tasks.map((task) => task.block.number);
  const sameRank = new Set(tasks.map((task) => task.block.rank)).size === 1;
  const rising = written.every((number, index) => index === 0 || number > (written[index - 1] ?? 0));
  const keepsOwn = sameRank && rising;
  const numbers = keepsOwn ? written : tasks.map((_, index) => index + 1);
  const warnings: ReadWarning[] = [];
  for (const [index, task] of tasks.entries()) {
    const before = tasks[index - 1];
    if (before === undefined || before.block.rank !== task.block.rank) continue;
    const sameParent = before.parent === task.parent;
    if (!keepsOwn && !sameParent) continue;
    const where = ordinalOfBlock.has(task.parent) ? `第${ordinalOfBlock.get(task.parent)}部分` : '文件';
    const [from, to] = [before.block.number, task.block.number];
    const span = { start: task.block.start, end: task.block.textStart };
    const number = numbers[index] ?? index + 1;
    if (to > from + 1) {
      warnings.push({
        code: 'NUMBER_GAP',
        message: `${where}编号从${from}跳到${to}，请核对是否漏了任务。`,
        task: number,
        span,
      });
    } else if (to <= from) {
      warnings.push({
        code: 'NUMBER_REPEATED',
        message: `${where}编号${to}出现在${from}之后，已按先后顺序重新编号。`,
        task: number,
        span,
      });
    }
  }
  return { numbers, warnings };
}
