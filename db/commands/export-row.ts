import type { RowWrite } from '#db/log/row-writer.ts';
import type { SentFile } from '#shared/domain/sending.ts';

/**
 * The row of a file that has left, for whoever writes it in a step of his own (a form is remembered with its workbook).
 *
 * @param at when it left (ISO date and time)
 */
export function exportRow(file: SentFile, at: string): RowWrite {
  return {
    table: 'export',
    id: null,
    values: {
      plan_id: file.planId,
      period_id: file.periodId,
      agency_id: file.agencyId,
      kind: file.kind,
      what: file.what,
      request: JSON.stringify(file.request),
      file_name: file.fileName,
      sha256: file.sha256,
      bytes: file.bytes,
      row_count: file.rows,
      notices: JSON.stringify(file.notices),
      state_step: file.state.stepId,
      state_day: file.state.on,
      sent_at: at,
    },
  };
}
