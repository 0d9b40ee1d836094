import type { AgencyId } from '#shared/domain/ids.ts';
import type { AssignmentView } from '#shared/domain/matrix.ts';
import type { Role } from '#shared/domain/role.ts';

/** A run of the document's words, and which unit's role they gave. */
export type RoleWords = { readonly text: string; readonly role: Role | null; readonly agencyId: AgencyId | null };

/**
 * Cuts a line of the responsibility into the words that name a unit and the words between them.
 *
 * @param assignments of the task; those set by hand have no words
 */
export function roleWords(line: string, assignments: readonly AssignmentView[]): readonly RoleWords[] {
  const named = assignments
    .flatMap(({ agencyId, role, writtenAs }) => (writtenAs ? [{ agencyId, role, writtenAs }] : []))
    // 县食品安全委员会办公室 before 县食品安全委员会: the longer name holds the shorter one.
    .toSorted((a, b) => b.writtenAs.length - a.writtenAs.length);
  const words: RoleWords[] = [];
  let plain = '';
  for (let at = 0; at < line.length; ) {
    const found = named.find(({ writtenAs }) => line.startsWith(writtenAs, at));
    if (!found) {
      plain += line.charAt(at);
      at += 1;
      continue;
    }
    if (plain !== '') words.push({ text: plain, role: null, agencyId: null });
    plain = '';
    words.push({ text: found.writtenAs, role: found.role, agencyId: found.agencyId });
    at += found.writtenAs.length;
  }
  return plain === '' ? words : [...words, { text: plain, role: null, agencyId: null }];
}
