import type { BackendContext } from '#backend/calls/context.ts';
import { type ComparableTable, firstOfEach } from '#backend/excel/comparable-table.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listSentFormItems, type SentFormItem } from '#db/queries/sent-form.queries.ts';
import { listTargetNames } from '#db/queries/target-value.queries.ts';
import type { SendingId } from '#shared/domain/ids.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { gatherForms } from '../forms/gather-forms.ts';
import { formBase } from '../forms/send-forms.ts';

/** The values that stood in a form when it was sent, as the log keeps them. */
export function sentFormTable({ present }: Pick<BackendContext, 'present'>, sendingId: SendingId): ComparableTable {
  return tableOf(present, listSentFormItems(present, sendingId));
}

/** What the form of the same agency and periods would say now. */
export function formTableNow({ present }: Pick<BackendContext, 'present'>, sendingId: SendingId): ComparableTable {
  const sent = listSentFormItems(present, sendingId);
  const places = new Map(sent.map(({ agencyId, periodId }) => [`${agencyId}/${periodId}`, { agencyId, periodId }]));
  const items = [...places.values()].flatMap(({ agencyId, periodId }) => {
    const period = findPeriod(present, periodId);
    const forms = period ? gatherForms(present, period, [agencyId]).forms : [];
    return forms.flatMap(({ agency, rows }) =>
      rows.map((row) => ({ agencyName: agency.name, number: row.number, base: formBase(row) })),
    );
  });
  return tableOf(present, items);
}

type Item = Pick<SentFormItem, 'agencyName' | 'number' | 'base'>;

function tableOf(present: BackendContext['present'], items: readonly Item[]): ComparableTable {
  const names = new Map(listTargetNames(present).map(({ id, name }) => [String(id), name]));
  // A form over several plans can have two tasks of one number.
  const keys = firstOfEach();
  return {
    columns: [...PROGRESS_FIELDS.map((field) => PROGRESS_FIELD_LABELS[field]), '量化指标'],
    rows: items.map(({ agencyName, number, base }) => ({
      key: keys(`${number}/${agencyName}`),
      cells: [...PROGRESS_FIELDS.map((field) => base[field]), targetsText(base, names)],
    })),
  };
}

/** A line for each target that has a value. */
function targetsText({ targets = {} }: Item['base'], names: ReadonlyMap<string, string>): string {
  return Object.entries(targets)
    .filter(([, value]) => value !== '')
    .map(([id, value]) => `${names.get(id) ?? ''}：${value}`)
    .join('\n');
}
