import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RETURN_RULES } from '#shared/domain/return-rules.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { runStep } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Modal } from '../../ui/Modal.tsx';
import './rules.css';

type Rule = { readonly rule: string; readonly label: string; readonly active: boolean };

/** 核对规则: what the program looks for in what came back. Each switch is a step and holds from the next look on. */
export function RulesDialog() {
  const answer = useQuery({ ...orpc.returns.rules.queryOptions({ input: {} }), staleTime: 0 });
  // Made anew with its fields: a dialog begins in its first one.
  if (answer.data) return <LoadedRules rules={answer.data} />;
  return (
    <Modal title="核对规则" testId="return-rules" onClose={closeDialog}>
      <p className="empty-note" role="status">
        {answer.isError ? toAppError(answer.error).message : '正在读取规则…'}
      </p>
    </Modal>
  );
}

function LoadedRules({ rules }: { readonly rules: readonly Rule[] }) {
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
      lead="打开的规则在核对时逐格检查；查到的列为疑点，不预先采用，并可写进退回理由。"
      testId="return-rules"
      onClose={closeDialog}
    >
      <ul className="rules">
        {rules.map(({ rule, label, active }) => (
          <li key={rule}>
            <label className="rule">
              <input
                type="checkbox"
                data-testid={`rule-${rule}`}
                checked={active}
                // Not greyed while it is stored: it would lose the cursor.
                aria-busy={asked === rule}
                onChange={(event) => {
                  if (asked === null) void toggle(rule, event.target.checked);
                }}
              />
              <span>
                {label}
                <small className="rule-hint">{hintOf(rule)}</small>
              </span>
              <span className="rule-state">{active ? '已打开' : '已关闭'}</span>
            </label>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** The rule in a sentence; empty for one of a newer version of the program. */
function hintOf(rule: string): string {
  return RETURN_RULES.find(({ name }) => name === rule)?.hint ?? '';
}
