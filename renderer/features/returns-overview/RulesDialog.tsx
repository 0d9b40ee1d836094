import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { runStep } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Modal } from '../../ui/Modal.tsx';
import './rules.css';

/** 核对规则: what the program looks for in what came back. Each switch is a step and holds from the next look on. */
export function RulesDialog() {
  const answer = useQuery({ ...orpc.returns.rules.queryOptions({ input: {} }), staleTime: 0 });
  const [asked, setAsked] = useState<string | null>(null);
  const toggle = async (rule: string, active: boolean): Promise<void> => {
    setAsked(rule);
    await runStep(() => client.returns.setRule({ rule, active }));
    await queryClient.invalidateQueries({ queryKey: orpc.returns.rules.key() });
    setAsked(null);
  };
  return (
    <Modal
      title="核对规则"
      lead="打开的规则在核对时逐格检查；查到的问题列为疑点，不预先采用，并可写进退回理由。"
      testId="return-rules"
      onClose={closeDialog}
    >
      {answer.isPending ? <p className="empty-note">正在读取规则…</p> : null}
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data?.length === 0 ? <p className="empty-note">没有可以设置的规则。</p> : null}
      <ul className="rules">
        {answer.data?.map(({ rule, label, active }) => (
          <li key={rule}>
            <label className="rule">
              <input
                type="checkbox"
                data-testid={`rule-${rule}`}
                checked={active}
                // Kept in the tab order: a field that is greyed while it is stored would lose the cursor.
                aria-busy={asked === rule}
                onChange={(event) => {
                  if (asked === null) void toggle(rule, event.target.checked);
                }}
              />
              <span>{label}</span>
              <span className="rule-state">{active ? '已打开' : '已关闭'}</span>
            </label>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
