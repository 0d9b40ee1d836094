import type { ReturnedRow } from '#backend/returns/parsed-return.ts';
import type { NameBook } from '#backend/returns/words/name-book.ts';
import { indexTasks } from '#backend/returns/words/task-index.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { LeftRow } from '#shared/domain/return-review.ts';
import { type Assignment, leftRow, type MatchedRow, matchRows, type RowMatches, saysAnything } from './match-rows.ts';

/**
 * Finds the entry of every row of a ledger, task by agency: the row's unit by the directory, its task among what that
 * unit owes. A row with several units is a row for each, with a doubt; one whose unit nobody knows is left over.
 */
export function matchLedger(
  rows: readonly ReturnedRow[],
  assignments: readonly Assignment[],
  names: NameBook,
): RowMatches {
  const byAgency = new Map<AgencyId, ReturnedRow[]>();
  const notes: string[] = [];
  const left = new Set<ReturnedRow>();
  const doubts = new Map<ReturnedRow, string>();
  for (const row of rows) {
    const { agencyIds, unknown } = names.several(row.agencyText);
    if (unknown.length > 0 || agencyIds.length === 0) {
      left.add(row);
      if (row.agencyText !== '') notes.push(unknownUnit(row, unknown, names));
      continue;
    }
    if (agencyIds.length > 1) doubts.set(row, `一格写有 ${agencyIds.length} 个单位，同一内容记给每一个`);
    for (const agencyId of agencyIds) byAgency.set(agencyId, [...(byAgency.get(agencyId) ?? []), row]);
  }
  const owedBy = Map.groupBy(assignments, ({ agencyId }) => agencyId);
  const matched: MatchedRow[] = [];
  const apart = new Map<ReturnedRow, LeftRow>();
  for (const [agencyId, own] of byAgency) {
    const matches = matchRows(own, owedBy.get(agencyId) ?? []);
    matched.push(...matches.matched);
    notes.push(...matches.notes.map((note) => `${names.nameOf(agencyId)}：${note}`));
    const found = new Set(matches.matched.map(({ row }) => row));
    for (const row of own) if (!found.has(row)) left.add(row);
  }
  const index = indexTasks(assignments);
  for (const row of left) if (saysAnything(row)) apart.set(row, leftRow(row, index));
  return {
    matched: matched
      .map((match) => ({ ...match, doubt: [match.doubt, doubts.get(match.row) ?? ''].filter(Boolean).join('；') }))
      .toSorted((one, other) => one.row.rowNumber - other.row.rowNumber),
    left: rows.flatMap((row) => apart.get(row) ?? []),
    // A ledger of somebody's choosing asks for nothing: what is not in it is not missing.
    missing: [],
    notes,
  };
}

function unknownUnit(row: ReturnedRow, unknown: readonly string[], names: NameBook): string {
  const [first = row.agencyText] = unknown;
  const near = names.nearest(first).map(names.nameOf);
  const meant = near.length > 0 ? `，相近的有：${near.join('、')}` : '';
  return `第 ${row.rowNumber} 行的单位“${first}”不在名录中${meant}，该行未对应。`;
}
