import { useId, useState } from 'react';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { HoldChoice, ReturnFileReview, ReturnHold } from '#shared/domain/return-review.ts';
import { openDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { identifyReturn } from './review-steps.ts';

export type HeldReturnProps = {
  readonly file: ReturnFileReview;
  readonly hold: ReturnHold;
  readonly overview: Overview;
  /** It was turned down; the answer brings it back. */
  readonly isRefused: boolean;
};

/** Asks whose return it is and for which period. Nothing is proposed that the file does not say. */
export function HeldReturn({ file, hold, overview, isRefused }: HeldReturnProps) {
  const { returnId } = file;
  const agencies = overview.agencies.map(({ id, name }) => ({ id, label: name }));
  const periods = overview.periods.map(({ id, label }) => ({ id, label: periodTitle(label) }));
  const asksAgency = hold.agencies.length > 0 || file.agencyId === null;
  const [agencyId, setAgency] = useState<AgencyId | null>(file.agencyId ?? onlyOne(hold.agencies));
  const [periodId, setPeriod] = useState<PeriodId | null>(file.periodId ?? onlyOne(hold.periods));
  const [isWorking, setWorking] = useState(false);
  const isKnown = periodId !== null && (!asksAgency || agencyId !== null || file.kind === 'ledger');
  const settle = (): void => {
    if (returnId === null || periodId === null) return;
    setWorking(true);
    void identifyReturn(returnId, asksAgency ? agencyId : null, periodId).finally(() => setWorking(false));
  };
  return (
    <form
      className="held-return"
      data-testid="held-return"
      onSubmit={(event) => {
        event.preventDefault();
        if (isKnown) settle();
      }}
    >
      <p className="held-sentence">{hold.sentence}</p>
      <div className="held-fields">
        {asksAgency ? (
          <Choice
            label="报送单位"
            testId="held-agency"
            likely={hold.agencies}
            all={agencies}
            chosen={agencyId}
            onChoose={setAgency}
          />
        ) : null}
        <Choice
          label="报送期"
          testId="held-period"
          likely={hold.periods}
          all={periods}
          chosen={periodId}
          onChoose={setPeriod}
        />
        <Button type="submit" tone="main" data-testid="held-settle" disabled={!isKnown || isWorking}>
          确定，开始核对
        </Button>
        {isRefused ? null : (
          <Button
            data-testid="held-refuse"
            disabled={returnId === null}
            onClick={() => returnId !== null && openDialog({ kind: 'refuse-return', returnId })}
          >
            拒收…
          </Button>
        )}
      </div>
    </form>
  );
}

type ChoiceProps<Id extends number> = {
  readonly label: string;
  readonly testId: string;
  readonly likely: readonly HoldChoice<Id>[];
  readonly all: readonly HoldChoice<Id>[];
  readonly chosen: Id | null;
  readonly onChoose: (id: Id | null) => void;
};

/** The likely ones first, then all. */
function Choice<Id extends number>({ label, testId, likely, all, chosen, onChoose }: ChoiceProps<Id>) {
  const id = useId();
  const others = all.filter((candidate) => !likely.some((one) => one.id === candidate.id));
  const find = (value: string): Id | null =>
    [...likely, ...all].find((candidate) => String(candidate.id) === value)?.id ?? null;
  return (
    <Field label={label}>
      <select
        id={id}
        className="select"
        data-testid={testId}
        value={chosen ?? ''}
        onChange={(event) => onChoose(find(event.target.value))}
      >
        <option value="">请选择</option>
        {likely.length > 0 ? (
          <optgroup label="可能是">
            {likely.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ) : null}
        <optgroup label={likely.length > 0 ? '其他' : '全部'}>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </optgroup>
      </select>
    </Field>
  );
}

function onlyOne<Id>(choices: readonly HoldChoice<Id>[]): Id | null {
  const [first] = choices;
  return first && choices.length === 1 ? first.id : null;
}
