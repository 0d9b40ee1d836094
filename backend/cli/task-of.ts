import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import type { Client } from './session.ts';

/** The tasks of those numbers (5 or 5,8,12). @throws AppError TASK_UNKNOWN */
export async function tasksOf(client: Client, overview: Overview, numbers: string): Promise<readonly MatrixTask[]> {
  const tasks = await client.matrix.read({ periodId: overview.currentPeriodId });
  return numbers
    .split(/[,，、\s]+/u)
    .filter((word) => word !== '')
    .map((word) => {
      const task = tasks.find(({ number }) => String(number) === word);
      if (!task) throw new AppError('TASK_UNKNOWN', { number: word });
      return task;
    });
}
