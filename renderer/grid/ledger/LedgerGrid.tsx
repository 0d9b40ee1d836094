import {
  type GridApi,
  type GridOptions,
  type GridReadyEvent,
  ModuleRegistry,
  RowAutoHeightModule,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { useClipboard } from '#renderer/grid/sheet/clipboard/use-clipboard.ts';
import type { HeaderSigns } from '#renderer/grid/sheet/column-head.ts';
import { registerGridModules } from '#renderer/grid/sheet/modules.ts';
import type { Reveal } from '#renderer/grid/sheet/reveal.ts';
import { useSelection } from '#renderer/grid/sheet/selection/use-selection.ts';
import type { GridSheet } from '#renderer/grid/sheet/sheet-model.ts';
import { SHEET_COLUMN, SHEET_OPTIONS } from '#renderer/grid/sheet/sheet-options.ts';
import { ROW_HEIGHT } from '#renderer/grid/sheet/theme.ts';
import { useCellVoice } from '#renderer/grid/sheet/use-cell-voice.ts';
import { useColumnHover } from '#renderer/grid/sheet/use-column-hover.ts';
import { useColumnWidths } from '#renderer/grid/sheet/use-column-widths.ts';
import { useComposing } from '#renderer/grid/sheet/use-composing.ts';
import { useFunnelKey } from '#renderer/grid/sheet/use-funnel-key.ts';
import { useHeaderSigns, useSheetContext } from '#renderer/grid/sheet/use-header-signs.ts';
import { useReveal } from '#renderer/grid/sheet/use-reveal.ts';
import { useZoom } from '#renderer/grid/sheet/use-zoom.ts';
import type { LedgerLine } from '#renderer/view/ledger-lines.ts';
import type { LedgerView } from '#renderer/view/ledger-view.ts';
import type { LightDef } from '#shared/domain/light.ts';
import type { LedgerActions } from './ledger-actions.ts';
import type { LedgerChanges } from './ledger-changes.ts';
import { ledgerColumns, ledgerWidths } from './ledger-columns.ts';
import { ledgerEvents } from './ledger-events.ts';
import { useHeadMenu } from './use-head-menu.ts';
import './ledger.css';

registerGridModules();
// Rows that grow with their text; the matrix has none.
ModuleRegistry.registerModules([RowAutoHeightModule]);

/** One line of heads. */
const HEAD_HEIGHT = 34;

const OPTIONS: GridOptions<LedgerLine> = {
  ...SHEET_OPTIONS,
  gridId: 'ledger',
  defaultColDef: SHEET_COLUMN,
  getRowId: ({ data }) => data.id,
  overlayNoRowsTemplate: '<span class="no-rows">没有符合条件的台账行</span>',
};

export type LedgerGridProps = {
  /** Must stay the same object for the grid's whole life, as must `actions` (pitfall 14). */
  readonly sheet: GridSheet<LedgerLine, LedgerChanges>;
  readonly lines: readonly LedgerLine[];
  readonly view: LedgerView;
  /** Of the set of rules that the plan uses; the same array as long as nothing about them changes. */
  readonly lights: readonly LightDef[];
  readonly signs: HeaderSigns;
  readonly firstWidth: number;
  readonly styleNonce: string;
  readonly reveal: Reveal | null;
  /** Whether an input method writes straight into the chosen cell. */
  readonly composesInCell: boolean;
  readonly actions: LedgerActions;
};

/** The ledger: the same hooks as the matrix, on another sheet. */
export function LedgerGrid(props: LedgerGridProps) {
  const { sheet, lines, view, lights, signs, firstWidth, styleNonce, reveal, composesInCell, actions } = props;
  const { frozen, widths, zoom } = view;
  const [api, setApi] = useState<GridApi<LedgerLine> | null>(null);
  const [startWidth] = useState(firstWidth);
  const frame = useRef<HTMLDivElement>(null);
  const events = useMemo(() => ledgerEvents(sheet, actions), [sheet, actions]);
  const columns = useMemo(
    () => ledgerColumns(frozen, events.onCellKey, () => sheet.model.stampOf('reportedOn'), lights),
    [frozen, events, sheet, lights],
  );
  // The grid wants an array it may write to; it never does with readOnlyEdit and getRowId.
  const rowData = useMemo(() => [...lines], [lines]);
  const context = useSheetContext(actions, signs, zoom);
  useHeaderSigns(api, context, signs);
  useColumnWidths(api, frame, columns, { widths, zoom, usualWidths: ledgerWidths }, actions, startWidth);
  useZoom(api, frame, context, zoom, actions);
  useFunnelKey(frame, actions);
  useHeadMenu(frame, actions);
  useColumnHover(frame);
  useComposing(api, frame, sheet, composesInCell, actions.onReadOnly);
  useSelection(api, frame, sheet);
  useClipboard(api, frame, sheet, actions.onProblem);
  useCellVoice(api, frame, sheet);
  useReveal(api, reveal, lines, sheet.model.mainColumn);

  return (
    <div className="sheet-grid ledger-grid" style={zoomStyle(zoom)} data-testid="ledger" ref={frame}>
      <AgGridReact<LedgerLine>
        {...OPTIONS}
        styleNonce={styleNonce}
        context={context}
        rowData={rowData}
        columnDefs={columns}
        rowHeight={Math.round(ROW_HEIGHT * zoom)}
        headerHeight={Math.round(HEAD_HEIGHT * zoom)}
        onGridReady={(event: GridReadyEvent<LedgerLine>) => setApi(event.api)}
        onCellFocused={events.onCellFocused}
        onCellEditRequest={events.onCellEditRequest}
        onCellContextMenu={events.onCellContextMenu}
      />
    </div>
  );
}

/** The measure that ledger.css and the theme multiply by. */
function zoomStyle(zoom: number): CSSProperties {
  // React knows no custom properties by name, and passes them on.
  return { '--grid-zoom': zoom } as CSSProperties;
}
