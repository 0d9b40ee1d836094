import { useOperator } from '../state/operator.ts';
import { openDialog } from '../state/window-state.ts';

/** Under whose name steps are kept; asks for it as long as nobody has said one. */
export function OperatorStatus() {
  const operator = useOperator();
  if (operator === undefined) return null;
  return (
    <button
      type="button"
      className="status-operator"
      data-testid="status-operator"
      data-unknown={operator === null || undefined}
      title={operator === null ? '操作记录里写谁的名字？点此填写一次' : `操作人：${operator}（点此更改）`}
      onClick={() => openDialog({ kind: 'operator' })}
    >
      {operator === null ? '操作人：点此填写' : operator}
    </button>
  );
}
