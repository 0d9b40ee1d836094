import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { copyDataFileTo } from './evidence-work.ts';
import { sizeText } from './size-text.ts';

/** Copies the data file to a stick, and says what of its evidence would stay behind. */
export function CopyDataFileDialog() {
  const [withEvidence, setWith] = useState(true);
  const { data } = useQuery({ ...orpc.evidence.overview.queryOptions({ input: {} }), staleTime: 0 });
  const has = data !== undefined && data.files > 0;
  return (
    <Modal
      title="复制数据文件到U盘"
      lead="复制到U盘或另一个文件夹；正在使用的数据文件不变。"
      testId="copy-data-file"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>取消</Button>
          <Button
            tone="main"
            data-testid="copy-data-file-yes"
            disabled={!data}
            onClick={() => {
              closeDialog();
              void copyDataFileTo(withEvidence && has);
            }}
          >
            选择位置…
          </Button>
        </>
      }
    >
      {data && !has ? <p>这个数据文件没有佐证材料，只有一个文件。</p> : null}
      {has ? (
        <>
          <p>
            数据文件旁边的“{data.folder}”里有 {data.files} 份佐证材料（{sizeText(data.bytes)}），不在数据文件之内。
          </p>
          <label>
            <input type="checkbox" checked={withEvidence} onChange={() => setWith(!withEvidence)} />{' '}
            连同佐证材料一起复制
          </label>
          {withEvidence ? null : <p className="edit-problem">佐证材料会留在这台电脑上，在别处打不开。</p>}
          {data.troubled.length > 0 ? (
            <p className="edit-problem">
              有 {data.troubled.length} 份已缺失或被改动，带不走：{data.troubled.slice(0, 5).join('、')}
            </p>
          ) : null}
        </>
      ) : null}
    </Modal>
  );
}
