import type { BackendContext } from '#backend/calls/context.ts';
import type { ComparableTable } from '#backend/excel/comparable-table.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listSentFormItems, type SentFormItem } from '#db/queries/sent-form.queries.ts';
import type { SendingId } from '#shared/domain/ids.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { gatherForms } from '../forms/gather-forms.ts';

/** The values that stood in a form when it was sent, as the log keeps them. */
export function sentFormTable({ present }: Pick<BackendContext, 'present'>, sendingId: SendingId): ComparableTable {
  return tableOf(listSentFormItems(present, sendingId));
}

/** What the form of the same agency and periods would say now. */
export function formTableNow({ present }: Pick<BackendContext, 'present'>, sendingId: SendingId): ComparableTable {
  const sent = listSentFormItems(present, sendingId);
  const places = new Map(sent.map(({ agencyId, periodId }) => [`${agencyId}/${periodId}`, { agencyId, periodId }]));
  const items = [...places.values()].flatMap(({ agencyId, periodId }) => {
    const period = findPeriod(present, periodId);
    const forms = period ? gatherForms(present, period, [agencyId]).forms : [];
    return forms.flatMap(({ agency, rows }) =>
      rows.map(({ number, progress }) => ({ agencyName: agency.name, number, base: progressTexts(progress) })),
    );
  });
  return tableOf(items);
}

type Item = Pick<SentFormItem, 'agencyName' | 'number'> & { readonly base: Readonly<Record<ProgressField, string>> };

function tableOf(items: readonly Item[]): ComparableTable {
  return {
    columns: PROGRESS_FIELDS.map((field) => PROGRESS_FIELD_LABELS[field]),
    rows: items.map(({ agencyName, number, base }) => ({
      key: `${number}/${agencyName}`,
      cells: PROGRESS_FIELDS.map((field) => base[field]),
    })),
  };
}
