import type { ReturnedCell } from '#backend/returns/parsed-return.ts';

/** What a cell says, before it is known where it stands. */
export type ReturnedValue = Omit<ReturnedCell, 'place'>;

/** A reading; with a doubt where a person would hesitate, and then the other readings, the likeliest first. */
export function readAs(text: string, doubt = '', offers: readonly string[] = []): ReturnedValue {
  return { text, readable: true, doubt, offers: offers.length > 1 ? offers : [] };
}

/** What cannot be read stands as it was written; `offers` are values it may be meant for. */
export function notReadable(text: string, doubt: string, offers: readonly string[] = []): ReturnedValue {
  return { text, readable: false, doubt, offers };
}

export const NOTHING_WRITTEN: ReturnedValue = readAs('');

/** Doubts in one sentence, each once, the empty ones left out. */
export function joinDoubts(...doubts: readonly string[]): string {
  return [...new Set(doubts.filter((doubt) => doubt !== ''))].join('；');
}
