import { useQuery } from '@tanstack/react-query';
import type { ReturnId } from '#shared/domain/ids.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { ShownValue } from './item-values.tsx';

export type WrittenCellsProps = {
  readonly returnId: ReturnId;
  /** When it was taken in: taken in again, it has written something else. */
  readonly takenInAt: string | null;
  /** Each row has an agency of its own, which is named. */
  readonly isLedger: boolean;
};

const ROW_PX = 34;

/** What a return that was taken in has written, cell by cell, and what stood there before. */
export function WrittenCells({ returnId, takenInAt, isLedger }: WrittenCellsProps) {
  const { data, error } = useQuery({
    ...orpc.returns.written.queryOptions({ input: { returnId } }),
    queryKey: [...orpc.returns.written.queryKey({ input: { returnId } }), takenInAt],
  });
  if (!data) return <p className="empty-note">{error ? toAppError(error).message : '正在读取…'}</p>;
  if (data.length === 0) return null;
  return (
    <div className="written-cells" data-testid="written-cells">
      <div className="items-heads written-grid">
        <span>任务</span>
        <span>项目</span>
        <span>写入前</span>
        <span>写入的值</span>
      </div>
      <VirtualList
        label="已写入的内容"
        testId="written-list"
        count={data.length}
        estimate={() => ROW_PX}
        keyOf={(index) => data[index]?.key ?? index}
        render={(index) => {
          const cell = data[index];
          if (!cell) return null;
          const above = data[index - 1];
          const isSameTask = above?.taskNumber === cell.taskNumber && above.agencyName === cell.agencyName;
          return (
            <div className={`item-row written-grid ${isSameTask ? 'is-same-task' : ''}`}>
              <div className="item-task">
                {isSameTask ? null : (
                  <>
                    {cell.taskNumber}. {cell.taskTitle}
                    {isLedger ? <small>{cell.agencyName}</small> : null}
                  </>
                )}
              </div>
              <div className="item-field">{cell.fieldLabel}</div>
              <ShownValue field={cell.field} text={cell.before} />
              <ShownValue field={cell.field} text={cell.written} />
            </div>
          );
        }}
      />
    </div>
  );
}
