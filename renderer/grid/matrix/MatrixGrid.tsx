import type { GridApi, GridReadyEvent } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type CSSProperties, useCallback, useMemo, useRef, useState } from 'react';
import { useClipboard } from '#renderer/grid/sheet/clipboard/use-clipboard.ts';
import type { HeaderSigns } from '#renderer/grid/sheet/column-head.ts';
import { registerGridModules } from '#renderer/grid/sheet/modules.ts';
import type { Reveal } from '#renderer/grid/sheet/reveal.ts';
import { useSelection } from '#renderer/grid/sheet/selection/use-selection.ts';
import type { GridSheet } from '#renderer/grid/sheet/sheet-model.ts';
import { GROUP_HEADER_HEIGHT, HEADER_HEIGHT } from '#renderer/grid/sheet/theme.ts';
import { useCellVoice } from '#renderer/grid/sheet/use-cell-voice.ts';
import { useColumnHover } from '#renderer/grid/sheet/use-column-hover.ts';
import { useColumnWidths } from '#renderer/grid/sheet/use-column-widths.ts';
import { useComposing } from '#renderer/grid/sheet/use-composing.ts';
import { useFunnelKey } from '#renderer/grid/sheet/use-funnel-key.ts';
import { useHeaderSigns, useSheetContext } from '#renderer/grid/sheet/use-header-signs.ts';
import { useReveal } from '#renderer/grid/sheet/use-reveal.ts';
import { useZoom } from '#renderer/grid/sheet/use-zoom.ts';
import type { GroupsOfMember } from '#renderer/view/inherited-marks.ts';
import type { MatrixRow, TaskRow } from '#renderer/view/matrix-rows.ts';
import type { MatrixView } from '#renderer/view/matrix-view.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { LightDef } from '#shared/domain/light.ts';
import { fitColumns, usualWidths } from './column-widths.ts';
import { buildColumns } from './columns.ts';
import { gridEvents } from './grid-events.ts';
import { GRID_OPTIONS } from './grid-options.ts';
import type { MatrixActions } from './matrix-actions.ts';
import type { MatrixChanges } from './matrix-changes.ts';
import { rowDragEvents } from './row-drag.ts';
import { useFolding } from './use-folding.ts';
import { usePlaceMenu } from './use-place-menu.ts';
import '#renderer/grid/grid.css';
import '#renderer/grid/lights.css';
import '#renderer/grid/selection/selection.css';
import '#renderer/grid/progress-view.css';

registerGridModules();

export type MatrixGridProps = {
  /** Must stay the same object for the grid's whole life, as must `actions` (pitfall 14). */
  readonly sheet: GridSheet<TaskRow, MatrixChanges>;
  readonly rows: readonly MatrixRow[];
  readonly agencies: readonly AgencyView[];
  /** Groups that are expanded into their members. */
  readonly groups: GroupsOfMember;
  readonly view: MatrixView;
  /** Of the set of rules that the plan uses; the same array as long as nothing about them changes. */
  readonly lights: readonly LightDef[];
  readonly signs: HeaderSigns;
  /** Width in px the grid will have when it first appears, to lay the columns out once. */
  readonly firstWidth: number;
  readonly styleNonce: string;
  readonly reveal: Reveal | null;
  /** Whether an input method writes straight into the chosen cell. */
  readonly composesInCell: boolean;
  readonly actions: MatrixActions;
};

/** The matrix. What a grid does and shows is in the hooks beside this file, one idea each. */
export function MatrixGrid(props: MatrixGridProps) {
  const { sheet, rows, agencies, groups, view, lights, signs, firstWidth, styleNonce, reveal } = props;
  const { composesInCell, actions } = props;
  const { foldedKinds, kind, frozen, widths, zoom } = view;
  const [api, setApi] = useState<GridApi<MatrixRow> | null>(null);
  const [startWidth] = useState(firstWidth);
  const frame = useRef<HTMLDivElement>(null);
  const events = useMemo(() => gridEvents(sheet, actions), [sheet, actions]);
  const drags = useMemo(() => rowDragEvents(actions), [actions]);
  const columns = useMemo(
    () =>
      buildColumns(
        { agencies, widths: fitColumns(startWidth, agencies.length, kind), foldedKinds, kind, lights, frozen, groups },
        events.onCellKey,
      ),
    [agencies, startWidth, foldedKinds, kind, lights, frozen, groups, events],
  );
  // The grid wants an array it may write to; it never does with readOnlyEdit and getRowId.
  const rowData = useMemo(() => [...rows], [rows]);
  const context = useSheetContext(actions, signs, zoom);
  useHeaderSigns(api, context, signs);
  const ofKind = useCallback((ids: readonly string[], room: number) => usualWidths(ids, room, kind), [kind]);
  useColumnWidths(api, frame, columns, { widths, zoom, usualWidths: ofKind }, actions, startWidth);
  useZoom(api, frame, context, zoom, actions);
  useFolding(api, frame, actions);
  useFunnelKey(frame, actions);
  useColumnHover(frame);
  usePlaceMenu(frame, actions);
  useComposing(api, frame, sheet, composesInCell, actions.onReadOnly);
  useSelection(api, frame, sheet);
  useClipboard(api, frame, sheet, actions.onProblem);
  useCellVoice(api, frame, sheet);
  useReveal(api, reveal, rows, sheet.model.mainColumn);

  return (
    <div className={`sheet-grid matrix-grid shows-${kind}`} style={zoomStyle(zoom)} data-testid="matrix" ref={frame}>
      <AgGridReact<MatrixRow>
        {...GRID_OPTIONS}
        styleNonce={styleNonce}
        context={context}
        rowData={rowData}
        columnDefs={columns}
        groupHeaderHeight={Math.round(GROUP_HEADER_HEIGHT * zoom)}
        headerHeight={Math.round(HEADER_HEIGHT[kind] * zoom)}
        onGridReady={(event: GridReadyEvent<MatrixRow>) => setApi(event.api)}
        {...drags}
        onCellFocused={events.onCellFocused}
        onCellEditRequest={events.onCellEditRequest}
        onCellContextMenu={events.onCellContextMenu}
      />
    </div>
  );
}

/** The measure that grid.css and the theme multiply by. */
function zoomStyle(zoom: number): CSSProperties {
  // React knows no custom properties by name, and passes them on.
  return { '--grid-zoom': zoom } as CSSProperties;
}
