import { useQuery } from '@tanstack/react-query';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Modal } from '../../ui/Modal.tsx';

/** Runs the checks of the data file and says what they found. They change nothing. */
export function CheckDialog() {
  const answer = useQuery({ ...orpc.workspace.check.queryOptions(), staleTime: 0, gcTime: 0 });
  return (
    <Modal title="数据检查" lead="只检查，不改动数据。" testId="check-dialog" onClose={closeDialog}>
      {answer.isPending ? <p className="empty-note">正在检查…</p> : null}
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data?.length === 0 ? <p className="empty-note">检查完毕，数据文件完好，没有发现问题。</p> : null}
      {answer.data && answer.data.length > 0 ? (
        <table className="table">
          <thead>
            <tr>
              <th>发现的问题</th>
              <th>涉及</th>
            </tr>
          </thead>
          <tbody>
            {answer.data.map((finding) => (
              <tr key={finding.check}>
                <td>{finding.message}</td>
                <td>{finding.rows} 处</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Modal>
  );
}
