import type { PhraseReading, Repair, Responsibility, Span } from '#shared/domain/plan-reading.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { NO_SPAN } from './draft/draft.ts';
import { edit, goTo, type ReviewStore, showTab } from './review-store.ts';

/** Brackets around words that are taken as a responsibility; its text is kept without them. */
const BRACKETS = /^[（(〔［[【]+|[）)〕］\]】]+$/gu;

/** Has edited words of a bracket understood again; roles keep pointing at the source where their words still stand there. */
export async function rereadWords(
  store: ReviewStore,
  key: number,
  index: number,
  before: Responsibility,
  text: string,
): Promise<void> {
  await asking(async () => {
    const { source } = store.getState().review;
    const read = await client.plan.readPhrase({ text });
    const roles = read.roles.map((role) => ({ ...role, span: placeIn(source.text, before.span, role.agency) }));
    edit(store, {
      kind: 'set-responsibility',
      key,
      index,
      responsibility: { text, roles, scope: read.scope, span: before.span },
    });
  });
}

/** Takes words of the source as a responsibility of a task, though the reader left them out. */
export async function takeAsResponsibility(store: ReviewStore, key: number, span: Span): Promise<void> {
  await asking(async () => {
    const words = store.getState().review.source.text.slice(span.start, span.end);
    const read = await client.plan.readPhrase({ text: words });
    edit(store, { kind: 'add-responsibility', key, responsibility: responsibilityOf(words, read, span) });
    goTo(store, { task: key, span, from: 'walk' });
    if (read.roles.length === 0) showNotice('没有读到单位', '这些文字已作为责任原文，请在任务里添加单位。');
  });
}

/** Takes a passage of the source as one task or several. */
export async function takeAsTasks(store: ReviewStore, span: Span): Promise<void> {
  await asking(async () => {
    const { review, history } = store.getState();
    const tasks = await client.plan.readPassage({ reviewId: review.reviewId, span });
    edit(store, { kind: 'add-tasks', tasks });
    goTo(store, { task: history.present.nextKey, span, from: 'walk' });
    showTab(store, 'tasks');
  });
}

/** Reads the document again with one repair refused, or made after all. */
export async function refuseRepair(store: ReviewStore, repair: Repair, refused: boolean): Promise<void> {
  await asking(async () => {
    const { review, history } = store.getState();
    const others = history.present.repairs.filter((other) => other.refused === true && other.span !== repair.span);
    const refusedRepairs = [...others.map((other) => other.span), ...(refused ? [repair.span] : [])];
    const reading = await client.plan.reread({ reviewId: review.reviewId, refusedRepairs });
    edit(store, { kind: 'take-reading', reading, span: repair.span });
  });
}

function responsibilityOf(words: string, read: PhraseReading, span: Span): Responsibility {
  const roles = read.roles.map((role) => ({
    ...role,
    span: { start: span.start + role.span.start, end: span.start + role.span.end },
  }));
  return { text: words.trim().replace(BRACKETS, ''), roles, scope: read.scope, span };
}

function placeIn(source: string, { start, end }: Span, words: string): Span {
  const found = source.slice(start, end).indexOf(words);
  return found < 0 ? NO_SPAN : { start: start + found, end: start + found + words.length };
}

async function asking(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (reason) {
    showError(toAppError(reason));
  }
}
