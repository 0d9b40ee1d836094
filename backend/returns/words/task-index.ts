import type { TaskId } from '#shared/domain/ids.ts';
import { containment, indexTexts, plainText, type Shingled, shingle, textLikeness } from './text-likeness.ts';

/** A task as far as its words are needed. */
export type NamedTask = {
  readonly taskId: TaskId;
  readonly number: number;
  readonly title: string;
  readonly content: string;
};

export type Likely<Task> = { readonly task: Task; readonly likeness: number };

export type TaskIndex<Task> = {
  readonly byId: (taskId: number | null) => Task | undefined;
  /** Tasks whose whole content or title the text is. */
  readonly whole: (text: string) => readonly Task[];
  /** Tasks the text is the beginning of, or begins with. */
  readonly begun: (text: string) => readonly Task[];
  readonly likenessTo: (text: string, task: Task) => number;
  /** The tasks most like the text, the likeliest first. */
  readonly nearest: (text: string) => readonly Likely<Task>[];
};

/** Shorter texts could begin many tasks. */
const TEXT_LENGTH_MIN = 6;
/** A text that stands whole inside another is a cut, and never quite as sure as the whole. */
const CUT = 0.95;
/** What people write before a task: 12. （十二） 第12项 */
const ENUMERATOR = /^\s*(?:第?[（(]?[\d一二三四五六七八九十百]{1,4}[）)]?[项条]?[、.．:：)）\s]\s*|[①-⑳]\s*)/u;

/** The words of a task as an agency's row has them, without a number before them. */
export function taskWords(text: string): string {
  return plainText(text.normalize('NFC').replace(ENUMERATOR, ''));
}

function alike(one: Shingled, other: Shingled): number {
  const whole = textLikeness(one, other);
  const short = Math.min(one.plain.length, other.plain.length) < TEXT_LENGTH_MIN;
  return short ? whole : Math.max(whole, CUT * containment(one, other) ** 2);
}

/** Tasks taken apart once, for the rows of a whole table. */
export function indexTasks<Task extends NamedTask>(tasks: readonly Task[]): TaskIndex<Task> {
  const byId = new Map(tasks.map((task) => [task.taskId as number, task]));
  const whole = new Map<string, Task[]>();
  const beginnings = new Map<string, { readonly words: string; readonly task: Task }[]>();
  for (const task of tasks) {
    const content = taskWords(task.content);
    for (const words of new Set([content, taskWords(task.title)])) {
      if (words !== '') whole.set(words, [...(whole.get(words) ?? []), task]);
    }
    if (content.length < TEXT_LENGTH_MIN) continue;
    const start = content.slice(0, TEXT_LENGTH_MIN);
    beginnings.set(start, [...(beginnings.get(start) ?? []), { words: content, task }]);
  }
  const shingled = tasks.map(({ content }) => shingle(taskWords(content)));
  const titles = tasks.map(({ title }) => shingle(taskWords(title)));
  const places = new Map(tasks.map((task, at) => [task, at]));
  const index = indexTexts(shingled);
  const scoreAt = (text: Shingled, at: number): number => {
    const [content, title] = [shingled[at], titles[at]];
    return Math.max(content ? alike(text, content) : 0, title ? textLikeness(text, title) : 0);
  };
  return {
    byId: (taskId) => (taskId === null ? undefined : byId.get(taskId)),
    whole: (text) => whole.get(taskWords(text)) ?? [],
    begun: (text) => {
      const words = taskWords(text);
      const found = words.length < TEXT_LENGTH_MIN ? [] : (beginnings.get(words.slice(0, TEXT_LENGTH_MIN)) ?? []);
      return found
        .filter((other) => other.words.startsWith(words) || words.startsWith(other.words))
        .map(({ task }) => task);
    },
    likenessTo: (text, task) => scoreAt(shingle(taskWords(text)), places.get(task) ?? -1),
    nearest: (text) => {
      const words = shingle(taskWords(text));
      return index
        .candidates(words)
        .flatMap((at) => {
          const task = tasks[at];
          return task ? [{ task, likeness: scoreAt(words, at) }] : [];
        })
        .toSorted((one, other) => other.likeness - one.likeness);
    },
  };
}

/** The number in 12, 12., （12）, 第12项; `undefined` when there is not exactly one. */
export function writtenNumber(text: string): number | undefined {
  const digits = text.normalize('NFKC').match(/\d+/g);
  return digits?.length === 1 ? Number(digits[0]) : undefined;
}
