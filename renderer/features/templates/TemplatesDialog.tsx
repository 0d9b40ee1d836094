import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import type { TemplateReading } from '#shared/domain/template.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { FillDialog } from './FillDialog.tsx';
import type { FillSource } from './fill-template.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateList } from './TemplateList.tsx';
import { pickTemplate, readSource, type TemplateSource } from './template-steps.ts';
import './templates.css';

type Opened = { readonly source: TemplateSource; readonly reading: TemplateReading };

export type TemplatesDialogProps = {
  readonly overview: Overview;
  /** The period on show. */
  readonly period: PeriodView;
};

/** 上级表样: the forms that are remembered; one is picked, its columns are looked at, and it is filled. */
export function TemplatesDialog({ overview, period }: TemplatesDialogProps) {
  const answer = useQuery({ ...orpc.template.list.queryOptions({ input: {} }), staleTime: 0 });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [filling, fill] = useState<FillSource | null>(null);
  const [reading, setReading] = useState(false);
  const open = (source: TemplateSource): void => {
    setReading(true);
    void readSource(source)
      .then((read) => {
        if (read) setOpened({ source, reading: read });
      })
      .finally(() => setReading(false));
  };
  const pick = (): void => void pickTemplate().then((file) => file && open({ kind: 'picked', file }));
  const over = filling ? (
    <FillDialog source={filling} overview={overview} period={period} onClose={() => fill(null)} />
  ) : null;
  if (opened) {
    return (
      <>
        <TemplateEditor
          key={opened.reading.sha256}
          source={opened.source}
          first={opened.reading}
          templates={answer.data ?? []}
          onFill={fill}
          onClose={() => setOpened(null)}
        />
        {over}
      </>
    );
  }
  return (
    <Modal
      title="上级表样"
      lead="选择上级下发的 Excel 表（空表，或填有上月内容的表），指明各列填什么；记住后每期按原样填报，表中其他内容一律不动。"
      size="wide"
      testId="templates-dialog"
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note" role="status">
            {reading ? '正在读取…' : ''}
          </span>
          <Button data-testid="templates-close" onClick={closeDialog}>
            关闭
          </Button>
          <Button tone="main" icon={<FolderOpen />} data-testid="template-pick" disabled={reading} onClick={pick}>
            选择文件…
          </Button>
        </>
      }
    >
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data ? (
        <TemplateList
          templates={answer.data}
          disabled={reading}
          onOpen={({ id, name }) => open({ kind: 'kept', id, name })}
          onFill={({ id, name, fileName }) => fill({ name, fileName, template: { templateId: id } })}
        />
      ) : null}
      {over}
    </Modal>
  );
}
