import type { RowTold, Sayer } from './told-of-task.ts';

const TASKS_NAMED = 20;

/** What is to be said of the rows of a form, gathered while they are. */
export class GatheringNotes {
  readonly leftOut = new Set<string>();
  summaries = 0;
  readonly #silent: number[] = [];
  readonly #byOthers: string[] = [];
  readonly #said: string[] = [];

  say(sentence: string): void {
    this.#said.push(sentence);
  }

  /** @param owing how many agencies the row speaks for */
  look(task: number, told: RowTold, owing: number, first: Sayer | undefined): void {
    if (told.by === null) this.#silent.push(task);
    else if (owing > 1 && first?.role === 'lead' && told.by.role !== 'lead' && told.status !== null) {
      this.#byOthers.push(`第 ${task} 项（${told.by.shortName}）`);
    }
  }

  sentences(): readonly string[] {
    const silent = [...new Set(this.#silent)];
    return [
      ...this.#said,
      ...(silent.length > 0 ? [`本期没有填报进展的任务：${named(silent.map((task) => `第 ${task} 项`))}。`] : []),
      ...(this.#byOthers.length > 0
        ? [`牵头单位没有填报，进展状态和完成比例取自其他单位：${named(this.#byOthers)}。`]
        : []),
      ...(this.summaries > 0 ? [`${this.summaries} 项用的是牵头单位的汇总稿。`] : []),
      ...[...this.leftOut].map((role) => `表样没有${role}单位的栏目，${role}单位没有写入。`),
    ];
  }
}

function named(items: readonly string[]): string {
  const shown = items.slice(0, TASKS_NAMED).join('、');
  return items.length > TASKS_NAMED ? `${shown}等 ${items.length} 处` : shown;
}
