import { useQuery } from '@tanstack/react-query';
import { toAppError } from '../../bridge/app-error.ts';
import { getShell } from '../../bridge/shell.ts';
import { closeDialog } from '../../state/window-state.ts';
import { APP_NAME } from '../../text/words.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Modal } from '../../ui/Modal.tsx';

/** Versions and places, for the person who helps. */
export function AboutDialog() {
  const answer = useQuery({ queryKey: ['shell', 'about'], queryFn: () => getShell().about({}) });
  return (
    <Modal
      title={`关于${APP_NAME}`}
      lead="把年度工作安排变成任务对单位的责任矩阵，离线使用，一年到头。"
      testId="about-dialog"
      onClose={closeDialog}
    >
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data ? (
        <FactList
          facts={[
            ['程序版本', answer.data.appVersion],
            ['运行环境', `Electron ${answer.data.electronVersion}`],
            ['数据文件', answer.data.dataFile],
            ['日志文件夹', answer.data.logFolder],
          ]}
        />
      ) : null}
    </Modal>
  );
}
