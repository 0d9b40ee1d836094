import { type CommittedStep, commitStep, commitStepWith } from '#db/log/commit-step.ts';
import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import type { AgencyPatch } from '#shared/contract/agency.contract.ts';
import type { AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency, listAgencies } from '../queries/agency.queries.ts';
import { memberWrites, nameWrites } from './agency-lists.ts';

export type NewAgency = {
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly pinyin: string;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly members: readonly AgencyId[];
};

/**
 * Adds agencies behind the others, in the order given, as one step.
 *
 * @throws AppError AGENCY_NAME_TAKEN | AGENCY_NOT_GROUP | AGENCY_GONE (a member)
 */
export function addAgencies(db: WritableDb, agencies: readonly NewAgency[], made: Made): CommittedStep {
  const [first] = agencies;
  const label = agencies.length === 1 && first ? `新增单位：${first.name}` : `新增 ${agencies.length} 个单位`;
  const last = Math.max(0, ...listAgencies(db).map((agency) => agency.position));
  return commitStepWith(db, { code: 'agency.add', label, ...made }, (write) => {
    agencies.forEach((agency, index) => {
      const { name, kind, pinyin, members } = agency;
      // Before the agency is there: it would be found to have taken its own name.
      const names = nameWrites(db, { id: null, name }, agency);
      const values = { name, short_name: agency.shortName, kind, position: last + 1 + index, active: 1, pinyin };
      const id = write({ table: 'agency', id: null, values });
      for (const row of names) write({ ...row, values: { ...row.values, agency_id: id } });
      for (const row of memberWrites(db, null, members)) write({ ...row, values: { ...row.values, group_id: id } });
    });
  });
}

/**
 * Changes an agency: its names, kind, members, whether it is in use.
 *
 * @param patch fields left out stay; with a new name and no `formerNames` the old name becomes a former one
 * @param pinyin initials of the new name, when it changes
 * @throws AppError AGENCY_GONE | AGENCY_NAME_TAKEN | AGENCY_NOT_GROUP | NOTHING_TO_CHANGE
 */
export function updateAgency(
  db: WritableDb,
  agencyId: AgencyId,
  patch: AgencyPatch & { readonly pinyin?: string },
  made: Made,
): CommittedStep {
  const present = getAgency(db, agencyId);
  const name = patch.name ?? present.name;
  const aliases = patch.aliases ?? present.aliases;
  const former = patch.formerNames ?? [...present.formerNames, ...(name === present.name ? [] : [present.name])];
  const kept = former.filter((formerName) => !aliases.includes(formerName));
  const kind = patch.kind ?? present.kind;
  const members = patch.members ?? (kind === 'group' ? present.members : []);
  const writes = [
    // In this order: the name a list gives up is free for the agency.
    ...nameWrites(db, { id: agencyId, name }, { aliases, formerNames: kept }),
    ...memberWrites(db, agencyId, members),
    ...agencyWrite(present, patch),
  ];
  const label = name === present.name ? `修改单位：${present.name}` : `单位改名：${present.name} → ${name}`;
  return commitStep(db, { code: 'agency.update', label, ...made }, writes);
}

/**
 * Puts agencies into the given order, in the places they hold among all: the columns of one kind can be ordered
 * without naming the others.
 *
 * @throws AppError AGENCY_GONE | NOTHING_TO_CHANGE
 */
export function reorderAgencies(db: WritableDb, agencyIds: readonly AgencyId[], made: Made): CommittedStep {
  const wanted = [...new Set(agencyIds)].map((agencyId) => getAgency(db, agencyId));
  const named = new Set(agencyIds);
  const rest = wanted.values();
  const order = listAgencies(db).map((agency) => (named.has(agency.id) ? (rest.next().value ?? agency) : agency));
  const writes = order.flatMap((agency, index): RowWrite[] =>
    agency.position === index + 1 ? [] : [{ table: 'agency', id: agency.id, values: { position: index + 1 } }],
  );
  return commitStep(db, { code: 'agency.reorder', label: '调整单位顺序', ...made }, writes);
}

/**
 * Takes an agency off the list, with its aliases and memberships.
 *
 * @throws AppError AGENCY_GONE | AGENCY_IN_USE when a role, progress, a form, a return or a note names it
 */
export function removeAgency(db: WritableDb, agencyId: AgencyId, made: Made): CommittedStep {
  const { name, removable } = getAgency(db, agencyId);
  if (!removable) throw new AppError('AGENCY_IN_USE', { name });
  const writes: readonly RowWrite[] = [
    ...nameWrites(db, { id: agencyId, name }, { aliases: [], formerNames: [] }),
    ...memberWrites(db, agencyId, []),
    ...listAgencies(db)
      .filter((group) => group.members.includes(agencyId))
      .flatMap((group) =>
        memberWrites(
          db,
          group.id,
          group.members.filter((member) => member !== agencyId),
        ),
      ),
    { table: 'agency', id: agencyId, values: null },
  ];
  return commitStep(db, { code: 'agency.remove', label: `删除单位：${name}`, ...made }, writes);
}

function agencyWrite(present: AgencyView, patch: AgencyPatch & { readonly pinyin?: string }): readonly RowWrite[] {
  const values: RowValues = {
    ...(patch.name === undefined ? {} : { name: patch.name }),
    ...(patch.shortName === undefined ? {} : { short_name: patch.shortName }),
    ...(patch.kind === undefined ? {} : { kind: patch.kind }),
    ...(patch.active === undefined ? {} : { active: patch.active ? 1 : 0 }),
    ...(patch.pinyin === undefined ? {} : { pinyin: patch.pinyin }),
  };
  return [{ table: 'agency', id: present.id, values }];
}
