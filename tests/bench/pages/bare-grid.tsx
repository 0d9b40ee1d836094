import { AllCommunityModule, type ColDef, ModuleRegistry, themeQuartz } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { createRoot } from 'react-dom/client';

/** A bare React + AG Grid page with a matrix of the same size, data in the page: the peer of the painted matrix. */
const TASKS = 53;
const AGENCIES = 25;

ModuleRegistry.registerModules([AllCommunityModule]);

type Row = { readonly id: string } & Readonly<Record<string, string | number>>;

const columnDefs: ColDef<Row>[] = [
  { field: 'number', pinned: 'left', width: 60 },
  { field: 'title', pinned: 'left', width: 260 },
  ...Array.from({ length: AGENCIES }, (_, agency) => ({ field: `a${agency}`, headerName: `单位${agency}`, width: 44 })),
];

const rowData = Array.from(
  { length: TASKS },
  (_, task): Row => ({
    id: String(task),
    number: task + 1,
    title: `第 ${task + 1} 项任务`,
    ...Object.fromEntries(
      Array.from({ length: AGENCIES }, (__, agency) => [`a${agency}`, agency % 12 === 0 ? '●' : '']),
    ),
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
