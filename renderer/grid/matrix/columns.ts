import type { ColDef, ColGroupDef, SuppressKeyboardEventParams } from 'ag-grid-community';
import { TextEditor } from '#renderer/grid/sheet/text-editor.ts';
import { KIND_HEADINGS } from '#renderer/text/words.ts';
import { agencyColumnId, FOLDED_KIND_PREFIX, NUMBER_COLUMN, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import {
  type GroupAgency,
  type GroupsOfMember,
  type InheritedMark,
  inheritedMark,
} from '#renderer/view/inherited-marks.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { ViewKind } from '#renderer/view/matrix-view.ts';
import { AGENCY_KIND_LABELS, AGENCY_KINDS, type AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { LightDef } from '#shared/domain/light.ts';
import { matterMark } from '#shared/domain/matter.ts';
import { ROLE_LABELS, ROLE_MARKS } from '#shared/domain/role.ts';
import type { MatterKind } from '#shared/domain/year-facts.ts';
import { cellClasses } from './cell-classes.ts';
import { cellOf, cellTip, cellWords, noteOf, progressWords, withNote } from './cell-words.ts';
import { type ColumnWidths, FOLDED_KIND_WIDTH, NUMBER_WIDTH } from './column-widths.ts';
import { KindHead } from './header-parts.ts';

export type ColumnWish = {
  readonly agencies: readonly AgencyView[];
  readonly widths: ColumnWidths;
  /** Families shown as one column that counts duties. */
  readonly foldedKinds: readonly AgencyKind[];
  readonly kind: ViewKind;
  /** Of the set of rules that the plan uses. */
  readonly lights: readonly LightDef[];
  /** The last column that does not scroll. */
  readonly frozen: string | null;
  /** Groups whose roles are shown in their members' columns too. */
  readonly groups: GroupsOfMember;
};

type OnKey = (params: SuppressKeyboardEventParams<MatrixRow>) => boolean;

/**
 * The columns of the matrix. Agencies stand in groups by kind, in the order they have within the plan.
 * No component per cell (pitfall 12): a mark as text, the light as a class with a drawn sign.
 *
 * @param onKey asked before the grid handles a key; `true` means it was handled here
 */
export function buildColumns(
  { agencies, widths, foldedKinds, kind: viewKind, lights, frozen, groups }: ColumnWish,
  onKey: OnKey,
): (ColDef<MatrixRow> | ColGroupDef<MatrixRow>)[] {
  const columns: (ColDef<MatrixRow> | ColGroupDef<MatrixRow>)[] = [
    {
      colId: NUMBER_COLUMN,
      headerName: '序号',
      initialWidth: NUMBER_WIDTH,
      cellClass: 'cell-number',
      headerClass: ['head-plain', 'head-number'],
      rowDrag: ({ data }) => data?.kind === 'task',
      rowDragText: ({ rowNode }) => (rowNode?.data?.kind === 'task' ? rowNode.data.task.title : ''),
      valueGetter: ({ data }) => (data?.kind === 'task' ? data.task.number : null),
      suppressKeyboardEvent: onKey,
    },
    {
      colId: TITLE_COLUMN,
      headerName: '工作任务',
      initialWidth: widths.task,
      cellClass: 'cell-title',
      cellClassRules: { 'has-note': ({ data }) => noteOf(data, null) !== undefined },
      editable: ({ data }) => data?.kind === 'task',
      cellEditor: TextEditor,
      headerClass: 'head-plain',
      valueGetter: ({ data }) => (data?.kind === 'task' ? data.task.title : null),
      // Shown, not held: what is edited and copied is the title alone.
      valueFormatter: ({ data, value }) => (data?.kind === 'task' ? markOfMatter(data.task) : '') + String(value ?? ''),
      tooltipValueGetter: ({ data }) =>
        data?.kind === 'task' ? withNote(data.task.content, noteOf(data, null)) : null,
      suppressKeyboardEvent: onKey,
    },
    ...AGENCY_KINDS.flatMap((kind): ColGroupDef<MatrixRow>[] => {
      const members = agencies.filter((agency) => agency.kind === kind);
      if (members.length === 0) return [];
      const folded = members.length > 1 && foldedKinds.includes(kind);
      // Two narrow columns leave no room for a long name beside the sign that folds them.
      const name = members.length > 2 ? AGENCY_KIND_LABELS[kind] : KIND_HEADINGS[kind];
      return [
        {
          groupId: `kind-${kind}`,
          headerName: folded ? '' : name,
          headerTooltip: AGENCY_KIND_LABELS[kind],
          headerClass: 'head-kind',
          marryChildren: true,
          ...(members.length > 1
            ? {
                headerGroupComponentParams: {
                  innerHeaderGroupComponent: KindHead,
                  innerHeaderGroupComponentParams: { agencyKind: kind, folded },
                },
              }
            : {}),
          children: folded
            ? [kindColumn(kind, members, lights, onKey)]
            : members.map((agency) => ({
                ...agencyColumn(agency, widths.agency, { viewKind, lights }, onKey),
                ...inheritedLook(agency, groups.get(agency.id) ?? [], lights),
              })),
        },
      ];
    }),
  ];
  freeze(columns, frozen);
  return columns;
}

/** What came up in the year says so before its title. */
function markOfMatter({ matter }: { readonly matter: MatterKind | null }): string {
  return matter === null ? '' : matterMark({ kind: matter });
}

/** Pins all columns up to the frozen one; one that is not shown stands for the title. */
function freeze(columns: readonly (ColDef<MatrixRow> | ColGroupDef<MatrixRow>)[], frozen: string | null): void {
  const leaves = columns.flatMap((column): ColDef<MatrixRow>[] => ('children' in column ? column.children : [column]));
  const found = leaves.findIndex((column) => column.colId === frozen);
  const last = found < 0 && frozen !== null ? leaves.findIndex((column) => column.colId === TITLE_COLUMN) : found;
  // Not left out: the grid takes a missing value for “as before”.
  for (const [index, column] of leaves.entries()) column.pinned = index <= last ? 'left' : null;
}

/** A folded family: one narrow column that says how many of its members have a duty in the task. */
function kindColumn(
  kind: AgencyKind,
  members: readonly AgencyView[],
  lights: readonly LightDef[],
  onKey: OnKey,
): ColDef<MatrixRow> {
  const held = (row: MatrixRow | undefined) =>
    row?.kind === 'task' ? members.filter((agency) => row.cells.has(agency.id)) : [];
  return {
    colId: `${FOLDED_KIND_PREFIX}${kind}`,
    headerName: KIND_HEADINGS[kind],
    headerTooltip: `${AGENCY_KIND_LABELS[kind]}：${members.map((agency) => agency.shortName).join('、')}`,
    headerClass: 'head-agency',
    // Nothing to filter by: the units behind it are many.
    headerComponentParams: { innerHeaderComponentParams: { funnel: false } },
    initialWidth: FOLDED_KIND_WIDTH,
    cellClass: 'cell-count',
    valueGetter: ({ data }) => held(data).length || '',
    tooltipValueGetter: ({ data }) =>
      held(data)
        .map((agency) => cellWords(data, agency, lights))
        .join('\n'),
    suppressKeyboardEvent: onKey,
  };
}

function agencyColumn(
  agency: AgencyView,
  width: number,
  { viewKind, lights }: { readonly viewKind: ViewKind; readonly lights: readonly LightDef[] },
  onKey: OnKey,
): ColDef<MatrixRow> {
  return {
    colId: agencyColumnId(agency.id),
    headerName: agency.shortName,
    headerTooltip: agency.name,
    headerClass: 'head-agency',
    initialWidth: width,
    // A text typed into the progress view could mean anything; progress is filled in in the ledger or beside the matrix.
    editable: ({ data }) => data?.kind === 'task' && viewKind === 'roles',
    cellEditor: TextEditor,
    cellClass: ({ data }) => cellClasses(data, agency.id, lights),
    // A light or a note may change while the mark stays, as may the role of a group: a changed row is looked at anew.
    equals: () => false,
    valueGetter: ({ data }) => {
      const cell = cellOf(data, agency.id);
      if (!cell) return '';
      return viewKind === 'roles' ? ROLE_MARKS[cell.role] : progressWords(cell, lights);
    },
    tooltipValueGetter: ({ data }) => withNote(cellTip(data, agency, lights), noteOf(data, agency.id)),
    suppressKeyboardEvent: onKey,
  };
}

/**
 * What a column adds for an agency whose groups are expanded: their marks, lighter, where it has none of its own.
 * Shown, not held: the cell's value stays empty, so that it is edited, copied and counted as what it is.
 */
function inheritedLook(
  agency: AgencyView,
  groups: readonly GroupAgency[],
  lights: readonly LightDef[],
): Partial<ColDef<MatrixRow>> {
  if (groups.length === 0) return {};
  const markOf = (row: MatrixRow | undefined): InheritedMark | null =>
    row?.kind === 'task' ? inheritedMark(row.cells, agency.id, groups) : null;
  return {
    valueFormatter: ({ data, value }) => {
      const mark = markOf(data);
      return mark ? ROLE_MARKS[mark.role] : String(value ?? '');
    },
    cellClass: ({ data }) => `${cellClasses(data, agency.id, lights)}${markOf(data) ? ' mark-inherited' : ''}`,
    tooltipValueGetter: ({ data }) => {
      const mark = markOf(data);
      const words = mark
        ? `${agency.name} · ${ROLE_LABELS[mark.role]}（由“${mark.from.shortName}”继承）`
        : cellTip(data, agency, lights);
      return withNote(words, noteOf(data, agency.id));
    },
  };
}
