import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LightRuleSet, LightRuleSetSchema } from '#shared/domain/light-rule-set.ts';
import type { LightSets } from '#shared/domain/light-views.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { SetCounts } from './SetCounts.tsx';
import { SetEditor } from './SetEditor.tsx';
import { SetView } from './SetView.tsx';
import { copyOf } from './set-draft.ts';
import { chooseSet, removeSet, saveSet } from './set-steps.ts';
import './light-rules.css';

export type LightRulesDialogProps = { readonly overview: Overview; readonly period: PeriodView };

/** 亮灯规则: which lights there are and when each is shown; a set is chosen, or one of the office's own is made. */
export function LightRulesDialog({ overview, period }: LightRulesDialogProps) {
  const answer = useQuery({
    ...orpc.light.sets.queryOptions({ input: { planId: overview.plan.id } }),
    staleTime: 0,
  });
  if (answer.data) return <LoadedSets {...answer.data} overview={overview} period={period} />;
  return (
    <Modal title="亮灯规则" size="wide" testId="light-rules" onClose={closeDialog}>
      <p className="empty-note" role="status">
        {answer.isError ? toAppError(answer.error).message : '正在读取规则…'}
      </p>
    </Modal>
  );
}

/** A set that is being changed; `was`: the one in whose place it will be kept. */
type Draft = { readonly set: LightRuleSet; readonly was: string | undefined };

function LoadedSets({ chosen, sets, overview, period }: LightSets & LightRulesDialogProps) {
  const [looked, setLooked] = useState(chosen);
  const [draft, setDraft] = useState<Draft | null>(null);
  const view = sets.find(({ set }) => set.name === looked) ?? sets[0];
  if (!view) return null;
  const { set, builtIn, usedBy } = view;
  const shown = draft?.set ?? set;
  const names = sets.map((each) => each.set.name);
  const keep = async (): Promise<void> => {
    if (!draft || !(await saveSet(draft.set, draft.was))) return;
    setLooked(draft.set.name.trim());
    setDraft(null);
  };
  const remove = async (): Promise<void> => {
    if (await removeSet(set.name)) setLooked(chosen);
  };
  const problem = draft && problemOf(draft, names);
  return (
    <Modal
      title="亮灯规则"
      lead="词在前，颜色在后。选用另一套规则是一步操作，可以撤销；矩阵、台账、统计、打印和导出都随之改变，填报的内容不变。"
      size="wide"
      testId="light-rules"
      onClose={closeDialog}
      hold={draft !== null}
      footer={
        draft ? (
          <>
            {problem ? <span className="set-problem">{problem}</span> : null}
            <Button data-testid="set-discard" onClick={() => setDraft(null)}>
              放弃修改
            </Button>
            <Button tone="main" data-testid="set-save" disabled={problem !== null} onClick={() => void keep()}>
              保存规则
            </Button>
          </>
        ) : (
          <>
            <Button data-testid="set-copy" onClick={() => setDraft({ set: copyOf(set, names), was: undefined })}>
              复制为本单位规则…
            </Button>
            {builtIn ? null : (
              <>
                <Button data-testid="set-edit" onClick={() => setDraft({ set, was: set.name })}>
                  修改…
                </Button>
                <Button
                  data-testid="set-remove"
                  disabled={usedBy.length > 0}
                  title={usedBy.length > 0 ? `《${usedBy[0]}》正在使用` : undefined}
                  onClick={() => void remove()}
                >
                  删除
                </Button>
              </>
            )}
            <Button data-testid="set-close" onClick={closeDialog}>
              关闭
            </Button>
            <Button
              tone="main"
              data-testid="set-choose"
              // Not greyed out: it would lose the cursor when it is pressed.
              aria-disabled={set.name === chosen}
              onClick={() => {
                if (set.name !== chosen) void chooseSet(overview.plan.id, set.name);
              }}
            >
              {set.name === chosen ? '正在使用' : `改用“${set.name}”`}
            </Button>
          </>
        )
      }
    >
      <div className="light-rules">
        <ul className="set-list" aria-label="现有的规则">
          {sets.map((each) => (
            <li key={each.set.name}>
              <button
                type="button"
                className="set-choice"
                data-testid={`set-${each.set.name}`}
                aria-pressed={each.set.name === set.name && draft === null}
                disabled={draft !== null}
                onClick={() => setLooked(each.set.name)}
              >
                <span>{each.set.name}</span>
                <small>
                  {each.builtIn ? '自带' : '本单位'}
                  {each.set.name === chosen ? ' · 正在使用' : ''}
                </small>
              </button>
            </li>
          ))}
        </ul>
        <div className="set-detail">
          <SetCounts set={shown} period={period} />
          {draft ? (
            <SetEditor draft={draft.set} onChange={(next) => setDraft({ ...draft, set: next })} />
          ) : (
            <SetView set={set} />
          )}
        </div>
      </div>
    </Modal>
  );
}

/** Why a draft cannot be kept yet; `null`: it can. */
function problemOf({ set, was }: Draft, names: readonly string[]): string | null {
  const name = set.name.trim();
  if (name === '') return '请填写规则名称。';
  if (name !== was && names.includes(name)) return `已经有一套规则叫“${name}”，请换一个名称。`;
  if (set.lights.some(({ word, short, letter }) => [word, short, letter].some((text) => text.trim() === '')))
    return '每盏灯都要有名称、简称和一个字。';
  return LightRuleSetSchema.safeParse(set).success ? null : '规则里有不能用的数值，请检查。';
}
