// The page that is printed, in a window nobody sees: it draws the pages of one job and says when they are there.
import '../ui/theme.css';
import './print-main.css';
import { Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PrintBridge } from '#shared/contract/shell.contract.ts';
import { layOut } from '../features/print/layout/lay-out.ts';
import { PrintedPage } from '../features/print/PrintedPage.tsx';

// The preload script of this page puts it there before any script of the page runs.
const { printJob } = window as typeof window & { readonly printJob: PrintBridge };

const root = document.getElementById('pages');
if (!root) throw new Error('print.html has lost its #pages');
const { tables, setup } = await printJob.take();
const laid = tables.map((table) => ({ table, layout: layOut(table, setup) }));
// Becomes the title of the PDF.
document.title = tables[0]?.title ?? '';
// At once: a hidden window has no frames to wait for.
flushSync(() =>
  createRoot(root).render(
    laid.map(({ table, layout }) => (
      <Fragment key={tables.indexOf(table)}>
        {layout.pages.map((page, index) => (
          <PrintedPage key={layout.pages.indexOf(page)} table={table} layout={layout} ink={setup.ink} index={index} />
        ))}
      </Fragment>
    )),
  ),
);
await document.fonts.ready;
printJob.ready();
