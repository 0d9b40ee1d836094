import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Overview } from '#shared/domain/overview.ts';
import { CADENCES, type Cadence } from '#shared/domain/period.ts';
import {
  type KindRule,
  lastDayOf,
  PERIOD_KIND_LABELS,
  PLAIN_RULE,
  periodRuleText,
  WEEKDAYS,
} from '#shared/domain/period-rule.ts';
import { orpc } from '../../bridge/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { OnHolidayField } from './OnHolidayField.tsx';
import { makePeriods, setPlanCadence } from './period-steps.ts';

export type MakePeriodsDialogProps = { readonly overview: Overview; readonly onClose: () => void };

/** Makes the periods of a kind ahead, and sets by what rule they are due. */
export function MakePeriodsDialog({ overview, onClose }: MakePeriodsDialogProps) {
  const { plan, periods } = overview;
  const [kind, setKind] = useState<Cadence>(plan.cadence);
  const [year, setYear] = useState(plan.year);
  const [edited, setEdited] = useState<KindRule | null>(null);
  const { data: rules } = useQuery({ ...orpc.period.rules.queryOptions({ input: { planId: plan.id } }), staleTime: 0 });
  const standing = rules?.find((rule) => rule.kind === kind) ?? { ...PLAIN_RULE, kind };
  const rule = edited?.kind === kind ? edited : standing;
  const change = (patch: Partial<KindRule>): void => setEdited({ ...rule, ...patch });
  const isChanged = JSON.stringify(rule) !== JSON.stringify(standing);
  const ofKind = periods.filter((period) => period.kind === kind);
  const isThere = ofKind.some(({ startsOn }) => startsOn.startsWith(String(year)));
  const save = async (): Promise<void> => {
    const want = { kinds: [kind], years: [year], rules: isChanged || ofKind.length === 0 ? [rule] : [] };
    if (await makePeriods(plan.id, want)) onClose();
  };
  return (
    <Modal
      title="生成报送期、设定时限"
      lead="已有的期不会重复生成。改了规则，未关闭、没有单独改过时限的期随之调整。"
      size="small"
      testId="make-periods"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            tone="main"
            data-testid="make-periods-yes"
            disabled={!rules || (isThere && !isChanged)}
            onClick={() => void save()}
          >
            {isThere ? '保存时限' : '生成'}
          </Button>
        </>
      }
    >
      <div className="period-form">
        <Field label="种类">
          <select
            className="select"
            data-testid="make-kind"
            value={kind}
            onChange={(event) => setKind(CADENCES.find((each) => each === event.target.value) ?? kind)}
          >
            {CADENCES.map((each) => (
              <option key={each} value={each}>
                {`按${PERIOD_KIND_LABELS[each]}`}
              </option>
            ))}
          </select>
        </Field>
        <Field label="年度" unit="年">
          <input
            className="input"
            type="number"
            data-testid="make-year"
            min={1950}
            max={2200}
            value={year}
            onChange={(event) => setYear(Number(event.target.value))}
          />
        </Field>
        <Field label="报送时限在">
          <select
            className="select"
            data-testid="make-due-in"
            value={rule.dueIn}
            onChange={(event) => change({ dueIn: event.target.value === 'next' ? 'next' : 'same' })}
          >
            <option value="same">{SAME[kind]}</option>
            <option value="next">{NEXT[kind]}</option>
          </select>
        </Field>
        <Field label="几日">
          <select
            className="select"
            data-testid="make-due-day"
            value={rule.dueDay ?? ''}
            onChange={(event) => change({ dueDay: event.target.value === '' ? null : Number(event.target.value) })}
          >
            <option value="">最后一天</option>
            {Array.from({ length: lastDayOf(kind) }, (_, index) => index + 1).map((day) => (
              <option key={day} value={day}>
                {kind === 'week' ? `周${WEEKDAYS[day - 1] ?? ''}` : kind === 'ten-day' ? `第${day}天` : `${day}日`}
              </option>
            ))}
          </select>
        </Field>
        <div className="period-form-wide">
          <OnHolidayField value={rule.onHoliday} onChange={(onHoliday) => change({ onHoliday })} />
        </div>
        <p className="period-form-wide period-rule-said">
          {`${PERIOD_KIND_LABELS[kind]}报：${periodRuleText(kind, rule)}。`}
          {kind === plan.cadence ? '计划按这一类报送。' : null}
        </p>
        {kind !== plan.cadence && ofKind.length > 0 ? (
          <div className="period-form-wide">
            <Button data-testid="plan-cadence" onClick={() => void setPlanCadence(plan.id, kind)}>
              {`计划改为按${PERIOD_KIND_LABELS[kind]}报送`}
            </Button>
          </div>
        ) : null}
      </div>
    </Modal>
  );
}

const SAME: Readonly<Record<Cadence, string>> = {
  week: '当周',
  'ten-day': '当旬',
  month: '当月',
  quarter: '季末月',
  'half-year': '半年末月',
  year: '12月',
};
const NEXT: Readonly<Record<Cadence, string>> = {
  week: '下周',
  'ten-day': '下一旬',
  month: '次月',
  quarter: '下季首月',
  'half-year': '下半年首月',
  year: '次年1月',
};
