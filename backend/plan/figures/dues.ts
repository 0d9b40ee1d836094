import type { Due } from '#shared/domain/plan-reading.ts';
import { labelAt, mayStartLabel } from '../roles/labels.ts';
import type { TextView } from '../text/text-view.ts';
import { spanOf } from '../text/text-view.ts';
import type { DueWords } from './due-dates.ts';
import { dated, KINDS, numberIn } from './due-dates.ts';
import {
  COUNT_BEFORE,
  DATES,
  LABELLED,
  LISTED_BEFORE,
  ONGOING,
  ONGOING_BRACKET,
  ONGOING_CLAUSE,
  RECURRING,
  REPORTED,
} from './due-patterns.ts';
import { withPlainDigits } from './measures.ts';

type Candidate = Readonly<{ start: number; end: number; due: DueWords }>;

/** Days in one list: 6月20日、9月20日和11月20日前. */
const LISTED_MAX = 4;
const LISTED_WINDOW = 12;

/**
 * Finds when a task is due.
 *
 * @param view a task's paragraphs, responsibilities included (完成时限 often stands inside them)
 * @param year the plan's year; 0 when unknown, then months and quarters give no full date
 */
export function findDues(view: TextView, year: number): Due[] {
  const text = withPlainDigits(view.text);
  const candidates: Candidate[] = [...labelledDues(text, year)];
  for (const pattern of RECURRING) {
    for (const match of text.matchAll(pattern)) candidates.push(recurring(text, match));
  }
  for (const match of text.matchAll(REPORTED)) {
    const kind = KINDS[match.groups?.['period'] ?? match.groups?.['by'] ?? ''];
    const count = Number(match.groups?.['count'] ?? match.groups?.['times'] ?? 0);
    if (kind !== undefined) candidates.push(candidate(match, { kind, ...(count > 0 ? { count } : {}) }));
  }
  for (const pattern of DATES) {
    for (const match of text.matchAll(pattern)) {
      if (/[每次下]/u.test(text.charAt(match.index - 1))) continue;
      candidates.push(candidate(match, dated(match.groups ?? {}, year)), ...listedBefore(text, match, year));
    }
  }
  for (const match of text.matchAll(ONGOING_BRACKET)) {
    candidates.push({ start: match.index + 1, end: match.index + match[0].length, due: { kind: 'ongoing' } });
  }
  for (const match of text.matchAll(ONGOING_CLAUSE)) candidates.push(candidate(match, { kind: 'ongoing' }));
  return withoutOverlaps(candidates).map(({ start, end, due }) => ({
    ...due,
    text: view.text.slice(start, end).trim(),
    span: spanOf(view, start, end),
  }));
}

function candidate(match: RegExpExecArray, due: DueWords): Candidate {
  return { start: match.index, end: match.index + match[0].length, due };
}

/** The earlier wins; at the same place the longer. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const item of candidates.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    if (item.start >= (kept.at(-1)?.end ?? 0)) kept.push(item);
  }
  return kept;
}

/** 6月15日、12月15日前 and 6月、12月底前: the days named before the one that carries 前. */
function listedBefore(text: string, match: RegExpExecArray, year: number): Candidate[] {
  const found: Candidate[] = [];
  const { month, edge, year: written } = match.groups ?? {};
  let start = match.index;
  while (month !== undefined && written === undefined && found.length < LISTED_MAX) {
    const from = Math.max(0, start - LISTED_WINDOW);
    const before = LISTED_BEFORE.exec(text.slice(from, start));
    if (before === null) break;
    start = from + before.index;
    const end = start + before[0].length - 1;
    found.push({ start, end, due: dated({ edge, ...before.groups }, year) });
  }
  return found;
}

function recurring(text: string, match: RegExpExecArray): Candidate {
  const groups = match.groups ?? {};
  const kind = KINDS[groups['period'] ?? ''] ?? 'monthly';
  const day = numberIn(groups['day']);
  const before = COUNT_BEFORE.exec(text.slice(Math.max(0, match.index - 24), match.index));
  const count = before?.groups?.['period'] === groups['period'] ? numberIn(before?.groups?.['count']) : undefined;
  return candidate(match, {
    kind,
    ...(day !== undefined && day >= 1 && day <= 31 ? { day } : {}),
    ...(count !== undefined && count > 0 ? { count } : {}),
  });
}

function labelledDues(text: string, year: number): Candidate[] {
  const found: Candidate[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (!mayStartLabel(char) || /[\u4e00-\u9fff]/u.test(text.charAt(index - 1))) continue;
    const label = labelAt(text, index);
    if (label?.meaning !== 'due') continue;
    const start = label.end + (/^\s*/u.exec(text.slice(label.end, label.end + 8))?.[0].length ?? 0);
    const value = text.slice(start, start + 40);
    const words = /^[^。；;\n）)〕］\]】【，,]{1,30}/u.exec(value)?.[0].trimEnd();
    if (words === undefined) continue;
    const due = labelledDue(words, year);
    if (due !== undefined) found.push({ start, end: start + words.length, due });
    index = label.end - 1;
  }
  return found;
}

function labelledDue(words: string, year: number): DueWords | undefined {
  if (ONGOING.test(words)) return { kind: 'ongoing' };
  const each = /^[每按](?:个)?(周|月|季度|季|半年|年)(?:度)?(?:末|底)?(?:(\d{1,2})(?:日|号))?/u.exec(words);
  if (each !== null) {
    const day = numberIn(each[2]);
    return { kind: KINDS[each[1] ?? ''] ?? 'monthly', ...(day === undefined || day > 31 || day < 1 ? {} : { day }) };
  }
  for (const pattern of LABELLED) {
    const match = pattern.exec(words);
    if (match?.groups !== undefined) return dated(match.groups, year, true);
  }
  return /前|底|末|内|日/u.test(words) ? { kind: 'date' } : undefined;
}
