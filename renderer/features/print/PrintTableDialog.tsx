import { FileDown, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ORIENTATIONS, PAPERS } from '#shared/domain/layout.ts';
import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { layOut } from './layout/lay-out.ts';
import { PagePreview } from './PagePreview.tsx';
import { ORIENTATION_WORDS, PrintChoice } from './PrintChoice.tsx';
import { printTable, saveAsPdf } from './print-table.ts';
import './print-dialog.css';

export type PrintTableDialogProps = {
  readonly table: PrintTable;
  readonly orientation: PrintSetup['orientation'];
};

/** One table as the very pages that come out of the printer; only the paper is chosen here. */
export function PrintTableDialog({ table, orientation: usual }: PrintTableDialogProps) {
  const [paper, setPaper] = useState<PrintSetup['paper']>('A4');
  const [orientation, setOrientation] = useState(usual);
  const setup: PrintSetup = useMemo(
    () => ({ paper, orientation, fit: 'page-width', ink: 'black' }),
    [paper, orientation],
  );
  const layout = useMemo(() => layOut(table, setup), [table, setup]);
  return (
    <Modal
      title="打印预览"
      lead={table.title}
      size="full"
      testId="print-dialog"
      hold
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note" data-testid="print-summary" role="status">
            {`共 ${layout.pages.length} 页`}
          </span>
          <Button onClick={closeDialog}>关闭</Button>
          <Button
            icon={<FileDown />}
            data-testid="print-pdf"
            onClick={() => void saveAsPdf({ tables: [table], setup })}
          >
            另存为 PDF…
          </Button>
          <Button
            tone="main"
            icon={<Printer />}
            data-testid="print-paper"
            onClick={() => void printTable({ tables: [table], setup })}
          >
            打印…
          </Button>
        </>
      }
    >
      <div className="print-work">
        <div className="print-options">
          <PrintChoice
            legend="纸张"
            name="paper"
            inline
            values={PAPERS}
            words={{ A4: 'A4', A3: 'A3' }}
            value={paper}
            onChange={setPaper}
          />
          <PrintChoice
            legend="方向"
            name="orientation"
            inline
            values={ORIENTATIONS}
            words={ORIENTATION_WORDS}
            value={orientation}
            onChange={setOrientation}
          />
        </div>
        <PagePreview table={table} layout={layout} ink="black" />
      </div>
    </Modal>
  );
}
