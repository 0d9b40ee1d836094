import { FileDown, FileSpreadsheet, Printer } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';

export type ChooseFootProps = {
  readonly onClose: () => void;
  readonly onPdf: () => void;
  readonly onPrint: () => void;
  readonly onExport: () => void;
};

/** Where the table goes. */
export function ChooseFoot({ onClose, onPdf, onPrint, onExport }: ChooseFootProps) {
  return (
    <>
      <Button data-testid="export-close" onClick={onClose}>
        关闭
      </Button>
      <Button icon={<FileDown />} data-testid="export-pdf" onClick={onPdf}>
        另存为 PDF…
      </Button>
      <Button icon={<Printer />} data-testid="export-print" onClick={onPrint}>
        打印…
      </Button>
      <Button tone="main" icon={<FileSpreadsheet />} data-testid="export-excel" onClick={onExport}>
        导出 Excel…
      </Button>
    </>
  );
}

export type EditFootProps = {
  /** Why the draft cannot be kept; `null`: it can. */
  readonly problem: string | null;
  readonly isOwn: boolean;
  readonly isChanged: boolean;
  readonly onLeave: () => void;
  readonly onSave: () => void;
  readonly onSaveAs: () => void;
};

/** What becomes of a changed layout. */
export function EditFoot({ problem, isOwn, isChanged, onLeave, onSave, onSaveAs }: EditFootProps) {
  return (
    <>
      <span className="modal-foot-note layout-problem" role="status" data-testid="layout-problem">
        {problem}
      </span>
      <Button data-testid="layout-leave" onClick={onLeave}>
        返回
      </Button>
      <Button
        tone={isOwn ? 'plain' : 'main'}
        data-testid="layout-save-as"
        disabled={problem !== null}
        onClick={onSaveAs}
      >
        另存为本单位表样…
      </Button>
      {isOwn ? (
        <Button tone="main" data-testid="layout-save" disabled={problem !== null || !isChanged} onClick={onSave}>
          保存
        </Button>
      ) : null}
    </>
  );
}
