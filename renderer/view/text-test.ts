import { foldText } from '#renderer/text/fold-text.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { TextTest } from './matrix-view.ts';

/** Whether a text passes the condition of a text filter. A condition without words asks nothing. */
export function matchesText(text: string, { operator, text: wanted }: TextTest): boolean {
  const folded = foldText(text);
  const words = foldText(wanted);
  if (operator === 'empty') return folded === '';
  if (words === '') return true;
  switch (operator) {
    case 'contains':
      return folded.includes(words);
    case 'not-contains':
      return !folded.includes(words);
    case 'starts-with':
      return folded.startsWith(words);
    case 'equals':
      return folded === words;
    default:
      return assertNever(operator);
  }
}
