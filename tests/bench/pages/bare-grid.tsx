import { AllCommunityModule, type ColDef, type GridOptions, ModuleRegistry, themeQuartz } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { createRoot } from 'react-dom/client';
import type { BareMatrix } from '../bare-page.ts';

/** A bare React + AG Grid page with the same matrix, data in the page: the peer of the matrix's benches. */
declare global {
  interface Window {
    /** Put there by matrix.js, which stands before this script. */
    readonly MATRIX: BareMatrix;
  }
}

ModuleRegistry.registerModules([AllCommunityModule]);

type Row = { readonly id: string } & Readonly<Record<string, string | number>>;

performance.mark('zeren:matrix-read');
const { agencies, tasks, measures } = window.MATRIX;

const columnDefs: ColDef<Row>[] = [
  { field: 'number', headerName: '序号', pinned: 'left', width: measures?.number ?? 60 },
  { field: 'title', headerName: '工作任务', pinned: 'left', width: measures?.title ?? 260 },
  ...agencies.map((headerName, agency) => ({
    field: `a${agency}`,
    headerName,
    width: measures?.agency ?? 44,
    minWidth: 20,
    editable: true,
  })),
];

const rowData = tasks.map(
  ({ number, title, marks }): Row => ({
    id: String(number),
    number,
    title,
    ...Object.fromEntries(marks.map(([agency, mark]) => [`a${agency}`, mark])),
  }),
);

const heights: GridOptions<Row> =
  measures === null ? {} : { rowHeight: measures.rowHeight, headerHeight: measures.headerHeight };

const root = document.getElementById('root');
if (!root) throw new Error('no root');
createRoot(root).render(
  <div style={{ height: '100%' }}>
    <AgGridReact
      {...heights}
      theme={themeQuartz}
      columnDefs={columnDefs}
      rowData={rowData}
      getRowId={({ data }) => data.id}
      animateRows={false}
      onFirstDataRendered={() => {
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('zeren:matrix-painted')));
      }}
    />
  </div>,
);
