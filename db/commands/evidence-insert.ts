import type { RowWrite } from '#db/log/row-writer.ts';
import type { EvidenceRow } from '#shared/domain/evidence.ts';

/** The row of a new piece of evidence. */
export function evidenceInsert(item: Omit<EvidenceRow, 'id'>): RowWrite {
  return {
    table: 'evidence',
    id: null,
    values: {
      task_id: item.taskId,
      agency_id: item.agencyId,
      period_id: item.periodId,
      closing_id: item.closingId,
      title: item.title,
      file_name: item.fileName,
      sha256: item.sha256,
      size: item.size,
      added_on: item.addedOn,
      note: item.note,
    },
  };
}
