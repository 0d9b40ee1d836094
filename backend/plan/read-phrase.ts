import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { PhraseReading } from '#shared/domain/plan-reading.ts';
import { addCanonicalNames, aliasIndex } from './agency-names.ts';
import { unwrapBrackets } from './responsibilities/brackets.ts';
import { judgePhrase } from './responsibilities/judge-bracket.ts';
import { settleRoles } from './roles/settle-roles.ts';
import { trimView, viewOf } from './text/text-view.ts';

export type ReadOptions = Readonly<{ directory?: AgencyDirectory | undefined }>;

/** The longest responsibility seen has 400 characters; what follows this many is not read. */
const PHRASE_LENGTH_MAX = 4000;

/**
 * Reads one responsibility alone, with or without its brackets and label: （责任单位：县教育局、县公安局）.
 *
 * @param phrase the words as written; spans are offsets in it
 * @returns roles in the order written, empty when no unit is named
 */
export function readPhrase(phrase: string, options: ReadOptions = {}): PhraseReading {
  const reading = judgePhrase(unwrapBrackets(trimView(viewOf(phrase, 0, Math.min(phrase.length, PHRASE_LENGTH_MAX)))));
  if (reading === undefined) return { roles: [], scope: '' };
  return {
    roles: addCanonicalNames(settleRoles(reading), aliasIndex(options.directory)),
    scope: reading.scope.join('；'),
  };
}
