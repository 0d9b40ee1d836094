import type { BackendContext } from '#backend/calls/context.ts';
import { evidenceFolderOf, glanceAtEvidence } from '#backend/files/evidence-folder.ts';
import type { PlanState } from '#backend/standing/plan-state.ts';
import { catalogueNumber, type EvidenceLine, type EvidenceRow } from '#shared/domain/evidence.ts';
import type { RowId } from '#shared/domain/ids.ts';
import type { ClosingRow } from '#shared/domain/year-facts.ts';

/**
 * Evidence as the catalogue lists it: by task in the order of the plan, within it by agency in the order of the
 * columns, the whole task's first; numbered within task and agency in the order it was added.
 */
export function evidenceLines(
  { dataFile }: Pick<BackendContext, 'dataFile'>,
  state: Pick<PlanState, 'tasks' | 'agencyNames' | 'periods' | 'evidence' | 'closings'>,
): readonly EvidenceLine[] {
  if (state.evidence.length === 0) return [];
  const folder = evidenceFolderOf(dataFile);
  const columns = new Map(state.agencyNames.map(({ id, name }, index) => [id, { name, index }]));
  const labels = new Map(state.periods.map(({ id, label }) => [id, label]));
  const closings = new Map(state.closings.map((closing) => [closing.id, closing]));
  const byTask = Map.groupBy(state.evidence, ({ taskId }) => taskId);
  return state.tasks.flatMap(({ id, number, title }) => {
    const byAgency = Map.groupBy(byTask.get(id) ?? [], ({ agencyId }) => agencyId);
    const place = (agencyId: EvidenceLine['agencyId']): number =>
      agencyId === null ? -1 : (columns.get(agencyId)?.index ?? 0);
    return [...byAgency]
      .toSorted(([one], [other]) => place(one) - place(other))
      .flatMap(([agencyId, rows]) => {
        const agencyName = agencyId === null ? '' : (columns.get(agencyId)?.name ?? '');
        return rows.map(
          (row, index): EvidenceLine => ({
            ...row,
            catalogueNumber: catalogueNumber(number, agencyName, index),
            taskNumber: number,
            taskTitle: title,
            agencyName,
            periodLabel: row.periodId === null ? '' : (labels.get(row.periodId) ?? ''),
            closing: closingOf(closings, row),
            state: glanceAtEvidence(folder, row),
          }),
        );
      });
  });
}

function closingOf(closings: ReadonlyMap<RowId, ClosingRow>, { closingId }: EvidenceRow): EvidenceLine['closing'] {
  const closing = closingId === null ? undefined : closings.get(closingId);
  return closing === undefined ? null : { closedOn: closing.closedOn, reopenedOn: closing.reopenedOn };
}
