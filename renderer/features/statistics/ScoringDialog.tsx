import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Overview } from '#shared/domain/overview.ts';
import {
  DEFAULT_SCORING,
  SCORING_ITEMS,
  SCORING_LABELS,
  type ScoringRule,
  ScoringRuleSchema,
  scoringText,
} from '#shared/domain/scoring-rule.ts';
import { client, orpc } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './statistics.css';

/** Figures as typed: a minus sign alone is on its way to a number. */
type Draft = Readonly<Record<'base' | (typeof SCORING_ITEMS)[number], string>> & Pick<ScoringRule, 'per'>;

/** Writes how agencies are ranked: one step, which can be undone, and the ranking follows at once. */
export function ScoringDialog({ overview }: { readonly overview: Overview }) {
  const planId = overview.plan.id;
  const answer = useQuery({ ...orpc.statistics.read.queryOptions({ input: { planId } }), staleTime: 0 });
  const [draft, setDraft] = useState<Draft | null>(null);
  const shown = draft ?? draftOf(answer.data?.scoring ?? DEFAULT_SCORING);
  const rule = ruleOf(shown);
  const change = (part: Partial<Draft>): void => setDraft({ ...shown, ...part });
  const keep = async (): Promise<void> => {
    if (!rule) return;
    const isDefault = JSON.stringify(rule) === JSON.stringify(DEFAULT_SCORING);
    const outcome = await runStep(() => client.statistics.setScoring({ planId, rule: isDefault ? null : rule }));
    if (succeeded(outcome) || outcome.code === 'NOTHING_TO_CHANGE') closeDialog();
  };
  return (
    <Modal
      title="评分规则"
      lead="排名按这里写明的分值计算；过去某一天的排名按当时的规则计算。"
      testId="scoring-dialog"
      hold
      onClose={closeDialog}
      footer={
        <>
          <Button data-testid="scoring-default" onClick={() => setDraft(draftOf(DEFAULT_SCORING))}>
            填入默认分值
          </Button>
          <Button onClick={closeDialog}>取消</Button>
          <Button tone="main" data-testid="scoring-keep" disabled={!rule} onClick={() => void keep()}>
            保存
          </Button>
        </>
      }
    >
      <div className="scoring-form">
        <Field label="基础分">
          <PointsInput name="base" value={shown.base} onChange={(base) => change({ base })} />
        </Field>
        <Field label="计分方法">
          <select
            className="select"
            data-testid="scoring-per"
            value={shown.per}
            onChange={({ target }) => change({ per: target.value === 'total' ? 'total' : 'duty' })}
          >
            <option value="duty">各项责任取平均</option>
            <option value="total">各项责任相加</option>
          </select>
        </Field>
        {SCORING_ITEMS.map((item) => (
          <Field key={item} label={SCORING_LABELS[item]}>
            <PointsInput name={item} value={shown[item]} onChange={(text) => change({ [item]: text })} />
          </Field>
        ))}
      </div>
      <p className="statistics-note" data-testid="scoring-words">
        {rule ? scoringText(rule) : '有的分值不是数字，或超出 −1000 到 1000。'}
      </p>
    </Modal>
  );
}

type PointsInputProps = { readonly name: string; readonly value: string; readonly onChange: (text: string) => void };

function PointsInput({ name, value, onChange }: PointsInputProps) {
  return (
    <input
      className="input"
      inputMode="decimal"
      data-testid={`scoring-${name}`}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function draftOf(rule: ScoringRule): Draft {
  const texts = [['base', String(rule.base)], ...SCORING_ITEMS.map((item) => [item, String(rule[item])])];
  // Every line of the rule is among them.
  return { ...(Object.fromEntries(texts) as Omit<Draft, 'per'>), per: rule.per };
}

function ruleOf({ per, ...texts }: Draft): ScoringRule | null {
  const numbers = Object.entries(texts).map(([name, text]) => [name, numberOf(text)]);
  return ScoringRuleSchema.safeParse({ ...Object.fromEntries(numbers), per }).data ?? null;
}

/** Also with the minus of Chinese texts and full-width digits. */
function numberOf(text: string): number {
  const plain = text.normalize('NFKC').replace(/[−–—]/gu, '-').trim();
  return plain === '' ? Number.NaN : Number(plain);
}
