import { AllCommunityModule, type ColDef, ModuleRegistry, themeQuartz } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { createRoot } from 'react-dom/client';

/** A bare React + AG Grid page with the same matrix, data in the page: the peer of the painted matrix. */
declare const MATRIX: {
  readonly agencies: readonly string[];
  readonly tasks: readonly { readonly number: number; readonly title: string; readonly marks: readonly string[] }[];
};

ModuleRegistry.registerModules([AllCommunityModule]);

type Row = { readonly id: string } & Readonly<Record<string, string | number>>;

const columnDefs: ColDef<Row>[] = [
  { field: 'number', headerName: '序号', pinned: 'left', width: 60 },
  { field: 'title', headerName: '工作任务', pinned: 'left', width: 260 },
  ...MATRIX.agencies.map((headerName, agency) => ({ field: `a${agency}`, headerName, width: 44 })),
];

const rowData = MATRIX.tasks.map(
  ({ number, title, marks }): Row => ({
    id: String(number),
    number,
    title,
    ...Object.fromEntries(marks.map((mark, agency) => [`a${agency}`, mark])),
  }),
);

const root = document.getElementById('root');
if (!root) throw new Error('no root');
createRoot(root).render(
  <div style={{ height: '100%' }}>
    <AgGridReact
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
