import { z } from 'zod';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { AgencyView } from '#shared/domain/views.ts';
import type { ReadableDb } from '../handle.ts';

const AliasesSchema = z.array(z.string());

type AgencyRow = Omit<AgencyView, 'active' | 'aliases'> & { readonly active: 0 | 1; readonly aliases: string };

const SELECT_AGENCY = `
  SELECT id, name, short_name AS shortName, kind, position, active, pinyin,
         (SELECT json_group_array(alias ORDER BY id) FROM agency_alias WHERE agency_id = agency.id) AS aliases,
         (SELECT count(*) FROM assignment WHERE agency_id = agency.id) AS duties
  FROM agency`;

/** Agencies in the order of the matrix columns. */
export function listAgencies(db: ReadableDb): readonly AgencyView[] {
  return (db.prepare(`${SELECT_AGENCY} ORDER BY position, id`).all() as AgencyRow[]).map(toView);
}

/** One agency, or `undefined`. */
export function findAgency(db: ReadableDb, agencyId: AgencyId): AgencyView | undefined {
  const row = db.prepare(`${SELECT_AGENCY} WHERE id = ?`).get(agencyId) as AgencyRow | undefined;
  return row && toView(row);
}

/** The agency of that full name, alias or (when only one has it) short name, or `undefined`. */
export function findAgencyByName(db: ReadableDb, name: string): AgencyView | undefined {
  const agencies = listAgencies(db);
  const exact = agencies.find((agency) => agency.name === name || agency.aliases.includes(name));
  if (exact) return exact;
  const byShortName = agencies.filter((agency) => agency.shortName === name);
  return byShortName.length === 1 ? byShortName[0] : undefined;
}

function toView(row: AgencyRow): AgencyView {
  return { ...row, active: row.active === 1, aliases: AliasesSchema.parse(JSON.parse(row.aliases)) };
}
