import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { WordDiff } from '#renderer/ui/WordDiff.tsx';
import type { PlanChange, PlanChangeKind, PlanComparison } from '#shared/domain/plan-comparison.ts';
import { PLAN_CHANGE_KINDS } from '#shared/domain/plan-comparison.ts';
import { KindButton } from '../result/KindButton.tsx';
import { goTo, keepChoices, useDraft, useReview, useReviewStore } from '../review-store.ts';
import { CHANGE_WORDS, chooseChanges, isTaken } from './change-choices.ts';
import '../change-list.css';

/** Height in px of a change not measured yet. */
const ROW_HEIGHT_PX = 96;

/** What the newer version changes, each to be taken or left. */
export function ChangeList({ comparison }: { readonly comparison: PlanComparison | null }) {
  const store = useReviewStore();
  const choices = useReview((state) => state.choices);
  const [kind, setKind] = useState<PlanChangeKind | null>(null);
  if (!comparison) return <p className="empty-note">正在与现有计划对照…</p>;
  const { changes } = comparison;
  if (changes.length === 0) return <p className="empty-note">与现有计划没有差别。</p>;
  const shown = kind === null ? changes : changes.filter((change) => change.kind === kind);
  const counts = Map.groupBy(changes, (change) => change.kind);
  const set = (taken: boolean): void => keepChoices(store, chooseChanges(choices, shown, taken));
  return (
    <div className="doubt-list">
      <div className="doubt-kinds">
        <KindButton label="全部" count={changes.length} isOn={kind === null} onClick={() => setKind(null)} />
        {PLAN_CHANGE_KINDS.filter((name) => counts.has(name)).map((name) => (
          <KindButton
            key={name}
            label={CHANGE_WORDS[name]}
            count={counts.get(name)?.length ?? 0}
            isOn={kind === name}
            onClick={() => setKind(name)}
          />
        ))}
        <span className="change-tools">
          <Button tone="quiet" data-testid="changes-all" onClick={() => set(true)}>
            全选
          </Button>
          <Button tone="quiet" data-testid="changes-none" onClick={() => set(false)}>
            全不选
          </Button>
        </span>
      </div>
      <VirtualList
        label="修订对照"
        testId="review-changes"
        count={shown.length}
        estimate={() => ROW_HEIGHT_PX}
        keyOf={(index) => shown[index]?.id ?? index}
        render={(index) => {
          const change = shown[index];
          return change ? <ChangeRow change={change} taken={isTaken(change, choices)} /> : null;
        }}
      />
    </div>
  );
}

function ChangeRow({ change, taken }: { readonly change: PlanChange; readonly taken: boolean }) {
  const store = useReviewStore();
  const { tasks } = useDraft();
  const show = (): void => {
    const task = tasks.find((candidate) => candidate.number === change.number);
    if (task) goTo(store, { task: task.key, span: null, from: 'result' });
  };
  return (
    <div className={`change-row ${taken ? '' : 'is-left'}`} data-testid={`change-${change.id.replace(' ', '-')}`}>
      <label className="change-take">
        <input
          type="checkbox"
          checked={taken}
          onChange={(event) =>
            keepChoices(store, chooseChanges(store.getState().choices, [change], event.target.checked))
          }
        />
        <span className={`change-kind change-${change.kind}`}>{CHANGE_WORDS[change.kind]}</span>
      </label>
      <div className="change-words">
        <button type="button" className="task-title" onClick={show}>
          {change.title}
        </button>
        {change.note === '' ? null : <small>{change.note}</small>}
        {change.kind === 'order' ? (
          <OrderLines change={change} />
        ) : (
          <WordDiff before={change.before} after={change.after} />
        )}
      </div>
    </div>
  );
}

/** `5. 落实总仓管理 → 3`, a line for each task that moves. */
function OrderLines({ change }: { readonly change: PlanChange }) {
  const after = change.after.split('\n');
  return (
    <ol className="order-lines">
      {change.before.split('\n').map((line, index) => (
        <li key={line}>
          {line} <b>→ {after[index]?.split('.')[0]}</b>
        </li>
      ))}
    </ol>
  );
}
