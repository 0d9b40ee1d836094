import { AGENCY_KIND_LABELS } from '#shared/domain/agency.ts';
import type { LayoutRowKind } from '#shared/domain/layout-def.ts';
import type { TableItem } from '../table.ts';
import { LATE_KIND_WORDS } from './cells/all-cells.ts';
import type { NumberedRow } from './numbered-rows.ts';
import type { LayoutInput, RowOf } from './records.ts';

type AnyRow = RowOf[LayoutRowKind];

/** The rows with their running numbers, a section row before the first of each section. */
export function* itemsOf<Row extends AnyRow>(
  kind: LayoutRowKind,
  input: LayoutInput,
  rows: Iterable<Row>,
): Generator<TableItem<NumberedRow<Row>>> {
  let serial = 0;
  let group = 0;
  let groupKey: unknown;
  let section: string | null = null;
  let ordinal = 0;
  for (const row of rows) {
    const own = sectionOf(input, row);
    if (own && own.key !== section) {
      section = own.key;
      ordinal = own.ordinal ?? ordinal + 1;
      groupKey = undefined;
      yield { kind: 'section', ordinal, title: own.title };
    }
    const key = groupOf(kind, row);
    if (key !== groupKey) group += 1;
    groupKey = key;
    serial += 1;
    yield { kind: 'row', row: { row, serial, group } };
  }
}

/** What a merged running number counts. */
function groupOf(kind: LayoutRowKind, row: AnyRow): number | null {
  if (kind === 'target' && 'target' in row) return row.target;
  if ('task' in row) return row.task;
  return row.agency;
}

type Section = { readonly key: string; readonly title: string; readonly ordinal?: number };

/** The section a row belongs to; `null`: none, it goes on in the one above. */
function sectionOf({ def, tasks, agencies }: LayoutInput, row: AnyRow): Section | null {
  switch (def.sections) {
    case 'none':
      return null;
    case 'chapter': {
      const section = 'task' in row ? tasks[row.task]?.section : null;
      return section ? { key: String(section.ordinal), ...section } : null;
    }
    case 'agency': {
      const agency = 'agency' in row && row.agency !== null ? agencies[row.agency] : undefined;
      return agency ? { key: String(agency.id), title: agency.name } : null;
    }
    case 'kind': {
      if ('kind' in row) return { key: row.kind, title: LATE_SECTIONS[row.kind] };
      const agency = 'agency' in row && row.agency !== null ? agencies[row.agency] : undefined;
      return agency ? { key: agency.kind, title: AGENCY_KIND_LABELS[agency.kind] } : null;
    }
  }
}

const LATE_SECTIONS = {
  overdue: `${LATE_KIND_WORDS.overdue}事项`,
  trouble: `${LATE_KIND_WORDS.trouble}的事项`,
} as const;
