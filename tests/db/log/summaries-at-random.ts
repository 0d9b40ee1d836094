// The commands of the lead's summary, made up for the run of random commands.
import { adoptSummary, saveSummary } from '#db/commands/summary.commands.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { SUMMARY_PARTS, type SummarySentence } from '#shared/domain/summary.ts';
import { MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';
import { type Command, type Pick, rows } from './at-random.ts';

/** A summary of a lead there is, with sentences of every kind; `null` when nobody leads anything. */
function aSummary(world: TestWorld, pick: Pick) {
  const leads = rows<{ taskId: TaskId; agencyId: AgencyId }>(
    world,
    "SELECT task_id AS taskId, agency_id AS agencyId FROM assignment WHERE role = 'lead' ORDER BY id",
  );
  const lead = leads[pick(Math.max(1, leads.length))];
  if (!lead) return null;
  const sentences = Array.from({ length: pick(4) }, (_, index): SummarySentence => {
    const part = nth(SUMMARY_PARTS, pick(3));
    const kind = nth(['quoted', 'edited', 'own', 'program'] as const, pick(4));
    const source = { agencyId: lead.agencyId, field: part, verbatim: `原句${index}。` };
    const isTaken = kind === 'quoted' || kind === 'edited';
    return { part, kind, text: nth(['', '一句', '两行\n文字。'], pick(3)), sources: isTaken ? [source] : [] };
  });
  return { ...lead, periodId: nth(world.periodIds, pick(2)), sentences };
}

export const SUMMARY_COMMANDS: Readonly<Record<string, Command>> = {
  saveSummary: (world, pick) => {
    const summary = aSummary(world, pick);
    return summary && saveSummary(world.db, summary, MADE);
  },
  adoptSummary: (world, pick) => {
    const summary = aSummary(world, pick);
    return summary && adoptSummary(world.db, summary, '2021-10-12', MADE);
  },
};
