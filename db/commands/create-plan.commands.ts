import { type CommittedStep, commitStepWith } from '#db/log/commit-step.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { type Insert, idOf, type PlanDraft, writePlan } from './write-plan.ts';

/**
 * Writes the first plan of a file with everything read from its document: one step, not undoable (taking back the only
 * plan is closing the file).
 *
 * @throws Error when a role names an agency that the draft does not hold
 */
export function createPlan(db: WritableDb, draft: PlanDraft, made: Made): CommittedStep {
  const { reading } = draft;
  const meta = {
    code: 'plan.create',
    label: `建立计划《${reading.title}》`,
    ...made,
    undoable: false,
  } as const;
  return commitStepWith(db, meta, (write) => {
    writePlan(
      (table, values) => write({ table, id: null, values }),
      draft,
      (insert) => insertAgencies(insert, draft.agencies),
    );
  });
}

function insertAgencies(insert: Insert, agencies: PlanDraft['agencies']): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  agencies.forEach((agency, index) => {
    const id = insert('agency', {
      name: agency.name,
      short_name: agency.shortName,
      kind: agency.kind,
      position: index + 1,
      active: 1,
      pinyin: agency.pinyin,
    });
    ids.set(agency.name, id);
    for (const alias of agency.aliases) {
      insert('agency_alias', { agency_id: id, alias, kind: 'alias' });
      ids.set(alias, id);
    }
  });
  for (const agency of agencies) {
    for (const member of agency.members) {
      insert('agency_member', { group_id: idOf(ids, agency.name), member_id: idOf(ids, member) });
    }
  }
  return ids;
}
