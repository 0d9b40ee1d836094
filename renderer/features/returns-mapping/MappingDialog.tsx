import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { undo } from '#renderer/steps/undo.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnFileReview, SheetPicture } from '#shared/domain/return-review.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { showNotice } from '../../ui/toasts.ts';
import { MappingEditor } from './MappingEditor.tsx';
import { mappingColumns } from './mapping-columns.ts';
import { isMappingChanged, mappingProblem, startMapping, toMapping } from './mapping-draft.ts';
import './mapping.css';

/** 列对应: what the columns of a return mean, pointed out on a picture of their sheet. */
export function MappingDialog({ returnId }: { readonly returnId: ReturnId }) {
  const review = useQuery({ ...orpc.returns.review.queryOptions({ input: { returnIds: [returnId] } }), staleTime: 0 });
  const picture = useQuery({ ...orpc.returns.picture.queryOptions({ input: { returnId } }), staleTime: 0 });
  const file = review.data?.files[0];
  const failure = review.error ?? picture.error;
  if (file && picture.data && picture.data.rows.length > 0 && !failure) {
    return <LoadedMapping key={returnId} returnId={returnId} file={file} picture={picture.data} />;
  }
  return (
    <Modal title="列对应" size="full" testId="return-mapping" onClose={closeDialog}>
      <p className="empty-note" role="status">
        {failure
          ? toAppError(failure).message
          : picture.data
            ? '这份文件里没有可以显示的表格。'
            : '正在读取这份回收表…'}
      </p>
    </Modal>
  );
}

export type LoadedMappingProps = {
  readonly returnId: ReturnId;
  readonly file: ReturnFileReview;
  readonly picture: SheetPicture;
};

export function LoadedMapping({ returnId, file, picture }: LoadedMappingProps) {
  const [draft, setDraft] = useState(() => startMapping(file));
  const [working, setWorking] = useState(false);
  const columns = useMemo(() => mappingColumns(picture, file, draft), [picture, file, draft]);
  const problem = mappingProblem(draft);
  const unclear = columns.filter((column) => column.unclear).length;
  const changed = isMappingChanged(file, draft);
  const read = (): void => {
    setWorking(true);
    void readSo(returnId, toMapping(picture.sheet, draft)).finally(() => setWorking(false));
  };
  return (
    <Modal
      title="列对应"
      lead={
        <>
          {[file.agencyName, file.fileName, `工作表“${picture.sheet}”`].filter((word) => word !== '').join(' · ')}
          。在每列上方选择它是什么；点左边的行号指定表头行。
        </>
      }
      size="full"
      testId="return-mapping"
      hold={changed}
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note" role="status">
            {problem ? (
              <span className="mapping-problem">{problem}</span>
            ) : (
              `确定后重新读取这份表；今后收到表头相同的文件，也照此读取${unclear > 0 ? `。还有 ${unclear} 列请看一眼` : ''}。`
            )}
          </span>
          <Button onClick={closeDialog}>取消</Button>
          <Button tone="main" data-testid="mapping-take" disabled={working || problem !== null} onClick={read}>
            按此读取
          </Button>
        </>
      }
    >
      <MappingEditor picture={picture} columns={columns} draft={draft} onChange={setDraft} />
    </Modal>
  );
}

async function readSo(returnId: ReturnId, mapping: ReturnType<typeof toMapping>): Promise<void> {
  const outcome = await runStep(() => client.returns.mapColumns({ returnId, mapping }));
  if (!succeeded(outcome)) return;
  closeDialog();
  showNotice('已按指定的列重新读取', '今后收到表头相同的文件，也照此读取。', {
    label: '撤销',
    run: () => void undo(outcome.stepId),
  });
}
