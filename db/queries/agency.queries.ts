import { z } from 'zod';
import { isNamed } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import { type AgencyId, AgencyIdSchema } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

const NamesSchema = z.array(z.string());
const MembersSchema = z.array(AgencyIdSchema);

type Flag = 'active' | 'removable';
type List = 'aliases' | 'formerNames' | 'members';
/** As SQLite gives it: flags as 0 or 1, lists as JSON. */
type AgencyRow = Omit<AgencyView, Flag | List> & Readonly<Record<Flag, 0 | 1> & Record<List, string>>;

const namesOfKind = (kind: 'alias' | 'former') =>
  `(SELECT json_group_array(alias ORDER BY id) FROM agency_alias WHERE agency_id = agency.id AND kind = '${kind}')`;

/** Tables whose rows name an agency and would be left pointing nowhere. */
const USES = [
  'assignment',
  'progress',
  'form',
  'return',
  'return_item',
  'agency_contact',
  'note',
  'duty_record',
  'reminder',
  'extension',
  'closing',
  'target_value',
  'milestone',
  'sub_item',
  'verification',
  'evidence',
  'export',
  'summary',
  'closed_duty',
] as const;

const SELECT_AGENCY = `
  SELECT id, name, short_name AS shortName, kind, position, active, pinyin,
         ${namesOfKind('alias')} AS aliases, ${namesOfKind('former')} AS formerNames,
         (SELECT json_group_array(member_id ORDER BY id) FROM agency_member WHERE group_id = agency.id) AS members,
         (SELECT count(*) FROM assignment
          WHERE agency_id = agency.id AND task_id NOT IN (SELECT id FROM task WHERE removed = 1)) AS duties,
         NOT (${USES.map((table) => `EXISTS (SELECT 1 FROM "${table}" WHERE agency_id = agency.id)`).join(' OR ')}) AS removable
  FROM agency`;

/** Agencies in the order of the matrix columns. */
export function listAgencies(db: ReadableDb): readonly AgencyView[] {
  return (prepared(db, `${SELECT_AGENCY} ORDER BY position, id`).all() as AgencyRow[]).map(toView);
}

/** One agency, or `undefined`. */
export function findAgency(db: ReadableDb, agencyId: AgencyId): AgencyView | undefined {
  const row = prepared(db, `${SELECT_AGENCY} WHERE id = ?`).get(agencyId) as AgencyRow | undefined;
  return row && toView(row);
}

/**
 * One agency that is meant to be there.
 *
 * @throws AppError AGENCY_GONE when it was removed or merged since it was chosen
 */
export function getAgency(db: ReadableDb, agencyId: AgencyId): AgencyView {
  const agency = findAgency(db, agencyId);
  if (!agency) throw new AppError('AGENCY_GONE');
  return agency;
}

/** The agency of that full name, alias, former name or (when only one has it) short name, or `undefined`. */
export function findAgencyByName(db: ReadableDb, name: string): AgencyView | undefined {
  const agencies = listAgencies(db);
  const exact = agencies.find((agency) => isNamed(agency, name));
  if (exact) return exact;
  const byShortName = agencies.filter((agency) => agency.shortName === name);
  return byShortName.length === 1 ? byShortName[0] : undefined;
}

function toView(row: AgencyRow): AgencyView {
  return {
    ...row,
    active: row.active === 1,
    removable: row.removable === 1,
    aliases: parsed(NamesSchema, row.aliases),
    formerNames: parsed(NamesSchema, row.formerNames),
    members: parsed(MembersSchema, row.members),
  };
}

function parsed<Value>(schema: z.ZodType<Value>, json: string): Value {
  return schema.parse(JSON.parse(json));
}
