import { type EntryKey, entryKey } from '#backend/returns/entry-key.ts';
import type { ReturnedCell } from '#backend/returns/parsed-return.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { MatchedRow } from './match-rows.ts';

/** Fields whose values are words, which can be joined when one task came back in two rows. */
const TEXT_FIELDS: ReadonlySet<ProgressField> = new Set(['narrative', 'problems', 'nextSteps']);

export type JoinedRows = { readonly rows: readonly MatchedRow[]; readonly notes: readonly string[] };

function joinDoubt(...doubts: readonly string[]): string {
  return [...new Set(doubts.filter((doubt) => doubt !== ''))].join('；');
}

/** What only one of two rows says counts; texts are joined; other differences cannot be read. */
function joinCells(field: ProgressField, first: ReturnedCell, second: ReturnedCell): ReturnedCell {
  if (second.text === '' || (second.text === first.text && second.readable === first.readable)) return first;
  if (first.text === '') return second;
  if (TEXT_FIELDS.has(field) && first.readable && second.readable) {
    return {
      text: `${first.text}\n${second.text}`,
      readable: true,
      doubt: joinDoubt('由同一任务的两行合并', first.doubt, second.doubt),
      offers: [],
      place: null,
    };
  }
  const offers = [first, second].flatMap((cell) => (cell.readable ? [cell.text] : cell.offers));
  const text = `${first.text} / ${second.text}`;
  return { text, readable: false, doubt: '同一任务有两行，内容不同', offers, place: first.place };
}

function joinRows(first: MatchedRow, second: MatchedRow): MatchedRow {
  const fields: Partial<Record<ProgressField, ReturnedCell>> = { ...first.row.fields };
  for (const field of PROGRESS_FIELDS) {
    const more = second.row.fields[field];
    const before = fields[field];
    if (more) fields[field] = before ? joinCells(field, before, more) : more;
  }
  const doubt = joinDoubt(first.row.doubt, second.row.doubt);
  return { ...first, row: { ...first.row, fields, doubt }, doubt: joinDoubt(first.doubt, second.doubt) };
}

/** Rows that are the same task of the same agency become one. */
export function joinSameEntries(matched: readonly MatchedRow[]): JoinedRows {
  const rows = new Map<EntryKey, MatchedRow>();
  const notes: string[] = [];
  for (const match of matched) {
    const key = entryKey(match.task.taskId, match.task.agencyId);
    const earlier = rows.get(key);
    if (earlier) {
      const [one, other] = [earlier.row.rowNumber, match.row.rowNumber];
      notes.push(`第 ${one} 行与第 ${other} 行都是任务 ${match.task.number}，已合并比较。`);
    }
    rows.set(key, earlier ? joinRows(earlier, match) : match);
  }
  return { rows: [...rows.values()], notes };
}
