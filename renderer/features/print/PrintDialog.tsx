import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileDown, Printer } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ShownMatrix } from '#renderer/state/window-state.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import type { PrintJob, PrintTable } from '#shared/domain/print-table.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { namedPeriod } from '../../state/shown-period.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { showError } from '../../ui/toasts.ts';
import { MOST_PAGES, wholeTables } from '../exports/print-layout.ts';
import { useLayouts } from '../layouts/use-layouts.ts';
import { layOut } from './layout/lay-out.ts';
import { MM_PER_POINT } from './layout/paper.ts';
import { PagePreview } from './PagePreview.tsx';
import { PrintOptions } from './PrintOptions.tsx';
import { type PrintChoices, recallChoices, rememberChoices } from './print-choices.ts';
import { printTable, saveAsPdf } from './print-table.ts';
import './print-dialog.css';

export type PrintDialogProps = {
  readonly overview: Overview;
  readonly period: PeriodView;
  readonly shown: ShownMatrix;
};

/** Below this size letters on a wall cannot be read (points). */
const SMALL_FONT = 8;

/** 打印预览: the very pages that come out of the printer, beside the choices that make them. */
export function PrintDialog({ overview, period, shown }: PrintDialogProps) {
  const [choices, setChoices] = useState<PrintChoices>(recallChoices);
  const { layout: kind, withLights, shownOnly, ...setup } = choices;
  const { data: layouts = [] } = useLayouts();
  const def = layouts.find(({ key }) => key === kind)?.def;
  const asked = {
    planId: overview.plan.id,
    layout: kind,
    periodId: period.id,
    withLights,
    ...(shownOnly ? { taskIds: [...shown.taskIds], agencyIds: [...shown.agencyIds] } : {}),
  };
  const answer = useQuery({
    ...orpc.exports.printTable.queryOptions({ input: asked }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  // Laying out a large table takes a moment; the choices answer at once all the same.
  const table = useDeferredValue(useMemo(() => answer.data && plain(answer.data), [answer.data]));
  const { paper, orientation, fit, ink } = useDeferredValue(choices);
  const layout = useMemo(
    () => table && layOut(table, { paper, orientation, fit, ink }),
    [table, paper, orientation, fit, ink],
  );
  const pages = layout?.pages.length ?? 0;
  const job =
    table && pages > 0 && pages <= MOST_PAGES && !answer.isPlaceholderData ? { tables: [table], setup } : null;
  // Of a layout with several tables the first one is seen, and all are printed.
  const hasSeveral = def !== undefined && (def.split !== 'none' || def.rows === 'report');
  const send = async (to: (job: PrintJob) => Promise<void>): Promise<void> => {
    if (!job) return;
    if (!hasSeveral) {
      await to(job);
      return;
    }
    try {
      const tables = await wholeTables(asked, def);
      await to({ tables: tables.map(plain), setup });
    } catch (reason) {
      showError(toAppError(reason));
    }
  };
  const change = (next: PrintChoices): void => {
    rememberChoices(next);
    setChoices(next);
  };

  return (
    <Modal
      title="打印预览"
      lead={kind === 'decomposition' ? null : `报送期：${namedPeriod(period, overview.currentPeriodId)}`}
      size="full"
      testId="print-dialog"
      hold
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note" data-testid="print-summary" role="status">
            {layout
              ? `${hasSeveral ? '按单位（事项）分张，预览第一张：' : ''}${summary(pages, layout.font / MM_PER_POINT, layout.blocks)}`
              : '正在排版…'}
          </span>
          <Button onClick={closeDialog}>关闭</Button>
          <Button icon={<FileDown />} data-testid="print-pdf" disabled={!job} onClick={() => void send(saveAsPdf)}>
            另存为 PDF…
          </Button>
          <Button
            tone="main"
            icon={<Printer />}
            data-testid="print-paper"
            disabled={!job}
            onClick={() => void send(printTable)}
          >
            打印…
          </Button>
        </>
      }
    >
      <div className="print-work">
        <PrintOptions choices={choices} shown={shown} periodLabel={period.label} onChange={change} />
        {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
        {table && layout ? <PagePreview table={table} layout={layout} ink={ink} /> : null}
      </div>
    </Modal>
  );
}

/** Here a table has the program's own look for paper, whatever its layout says: it is fitted by the choices beside. */
function plain({ look: _look, ...table }: PrintTable): PrintTable {
  return table;
}

function summary(pages: number, points: number, blocks: number): string {
  if (pages > MOST_PAGES) {
    return `共 ${pages} 页，超过一次打印的 ${MOST_PAGES} 页。请先在矩阵中筛选任务或单位，或改用 A3、缩到一页宽。`;
  }
  const parts = [
    `共 ${pages} 页`,
    `字号 ${Math.round(points * 10) / 10} 磅`,
    ...(blocks > 1 ? [`各列分 ${blocks} 组，每组都带序号和任务`] : []),
    ...(points < SMALL_FONT ? ['字偏小，可改用 A3 或“清晰字号”'] : []),
  ];
  return parts.join(' · ');
}
