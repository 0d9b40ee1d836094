import type { PlanReading, ReadTask, Span } from '#shared/domain/plan-reading.ts';
import { taskTitle } from '#shared/domain/task-title.ts';
import { AppError } from '#shared/errors.ts';

type ReadWords = (text: string) => Promise<PlanReading>;

/**
 * Reads a passage that a person says is a task (or several), though the reader left it out.
 *
 * @param text the whole document
 * @param span the passage
 * @param read the reader of foreign text, in a process of its own
 * @returns at least one task, spans as offsets in `text`; numbers and sections are of no meaning
 * @throws AppError PLAN_NO_TASKS when the passage holds nothing but blanks
 */
export async function readPassage(text: string, span: Span, read: ReadWords): Promise<readonly ReadTask[]> {
  // Everything around is blanked out, so that offsets stay those of the document.
  const passage = text.slice(span.start, span.end);
  if (passage.trim() === '') throw new AppError('PLAN_NO_TASKS');
  const alone = '\n'.repeat(span.start) + passage;
  const tasks = (await tasksIn(alone, read)) ?? [];
  return tasks.length > 0 ? tasks : [plainTask(passage, span)];
}

async function tasksIn(text: string, read: ReadWords): Promise<readonly ReadTask[] | undefined> {
  try {
    return (await read(text)).tasks;
  } catch (error) {
    if (error instanceof AppError && error.code === 'PLAN_NO_TASKS') return undefined;
    throw error;
  }
}

/** Words alone: nobody responsible, nothing measured. */
function plainTask(passage: string, span: Span): ReadTask {
  const content = passage.trim().replace(/\s*\n\s*/gu, '');
  return {
    number: 1,
    section: 0,
    title: taskTitle(content),
    content,
    responsibilities: [],
    targets: [],
    dues: [],
    span,
  };
}
