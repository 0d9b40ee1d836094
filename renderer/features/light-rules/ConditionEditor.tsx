import { Plus, X } from 'lucide-react';
import { type LightCondition, NUMBER_FACTS, type NumberCondition, YES_FACTS } from '#shared/domain/light-rule-set.ts';
import { BOUND_WORDS, BOUNDS, type Bound, conditionText, NUMBER_FACT_WORDS } from '#shared/domain/light-rule-words.ts';
import { STATUSES, statusText } from '#shared/domain/status.ts';
import { VERIFICATION_LABELS } from '#shared/domain/verification.ts';
import { VERIFICATION_RESULTS } from '#shared/domain/year-facts.ts';
import { IconButton } from '../../ui/Button.tsx';
import { type Fact, firstCondition } from './set-draft.ts';

export type ConditionEditorProps = {
  readonly condition: LightCondition;
  readonly onChange: (condition: LightCondition) => void;
  /** Left out for the only condition of a rule. */
  readonly onRemove: (() => void) | undefined;
};

const FACTS: readonly { readonly fact: Fact; readonly label: string }[] = [
  { fact: 'closed', label: '办结' },
  { fact: 'reported', label: '报送' },
  { fact: 'status', label: '状态' },
  { fact: 'verification', label: '核查结果' },
  ...NUMBER_FACTS.map((fact) => ({ fact, label: NUMBER_FACT_WORDS[fact].label })),
];

/** One condition: what is looked at, and what it must be. */
export function ConditionEditor({ condition, onChange, onRemove }: ConditionEditorProps) {
  return (
    <div className="rule-condition">
      <select
        className="select"
        aria-label="看什么"
        value={condition.fact}
        // The options are the facts.
        onChange={(event) => onChange(firstCondition(event.target.value as Fact))}
      >
        {FACTS.map(({ fact, label }) => (
          <option key={fact} value={fact}>
            {label}
          </option>
        ))}
      </select>
      <Values condition={condition} onChange={onChange} />
      {onRemove ? <IconButton label="去掉这个条件" icon={<X />} onClick={onRemove} /> : null}
    </div>
  );
}

function Values({ condition, onChange }: Pick<ConditionEditorProps, 'condition' | 'onChange'>) {
  switch (condition.fact) {
    case 'closed':
    case 'reported':
      return (
        <select
          className="select"
          aria-label="是否"
          value={String(condition.is)}
          onChange={(event) => onChange({ fact: condition.fact, is: event.target.value === 'true' })}
        >
          {[true, false].map((is) => (
            <option key={String(is)} value={String(is)}>
              {conditionText({ fact: YES_FACTS.find((fact) => fact === condition.fact) ?? 'closed', is })}
            </option>
          ))}
        </select>
      );
    case 'status':
      return (
        <Ticks
          values={[...STATUSES, 'none'] as const}
          labelOf={(status) => (status === 'none' ? '未注明' : statusText(status))}
          chosen={condition.in}
          onChange={(chosen) => onChange({ fact: 'status', in: chosen })}
        />
      );
    case 'verification':
      return (
        <Ticks
          values={[...VERIFICATION_RESULTS, 'none'] as const}
          labelOf={(result) => (result === 'none' ? '未核查' : VERIFICATION_LABELS[result])}
          chosen={condition.in}
          onChange={(chosen) => onChange({ fact: 'verification', in: chosen })}
        />
      );
    default:
      return <Bounds condition={condition} onChange={onChange} />;
  }
}

type TicksProps<Value extends string> = {
  readonly values: readonly Value[];
  readonly labelOf: (value: Value) => string;
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: Value[]) => void;
};

/** Several of a few; the last one that is ticked stays. */
function Ticks<Value extends string>({ values, labelOf, chosen, onChange }: TicksProps<Value>) {
  return (
    <span className="rule-ticks">
      {values.map((value) => {
        const isChosen = chosen.includes(value);
        return (
          <label key={value}>
            <input
              type="checkbox"
              checked={isChosen}
              disabled={isChosen && chosen.length === 1}
              onChange={() => onChange(values.filter((each) => (each === value ? !isChosen : chosen.includes(each))))}
            />
            {labelOf(value)}
          </label>
        );
      })}
    </span>
  );
}

type BoundsProps = {
  readonly condition: NumberCondition;
  readonly onChange: (condition: NumberCondition) => void;
};

/** One or two bounds of a number: 达到 10, 不超过 30. */
function Bounds({ condition, onChange }: BoundsProps) {
  const { fact } = condition;
  const set = BOUNDS.filter((bound) => condition[bound] !== undefined);
  const without = (bound: Bound): NumberCondition => {
    const { [bound]: _, ...others } = condition;
    return others;
  };
  const free = BOUNDS.find((bound) => !set.includes(bound) && isUpper(bound) !== isUpper(set[0] ?? bound));
  return (
    <span className="rule-bounds">
      {set.map((bound) => (
        <span key={bound}>
          <select
            className="select"
            aria-label="怎样比"
            value={bound}
            onChange={(event) => onChange({ ...without(bound), [event.target.value]: condition[bound] })}
          >
            {BOUNDS.filter((each) => each === bound || !set.includes(each)).map((each) => (
              <option key={each} value={each}>
                {BOUND_WORDS[each]}
              </option>
            ))}
          </select>
          <input
            className="input"
            type="number"
            aria-label="数值"
            min={-1000}
            max={1000}
            value={condition[bound]}
            onChange={(event) => {
              const value = event.target.valueAsNumber;
              if (Number.isFinite(value)) onChange({ ...condition, [bound]: value });
            }}
          />
        </span>
      ))}
      <span className="rule-unit">{NUMBER_FACT_WORDS[fact].unit}</span>
      {free && set.length < 2 ? (
        <IconButton label="再加一个界限" icon={<Plus />} onClick={() => onChange({ ...condition, [free]: 0 })} />
      ) : null}
    </span>
  );
}

function isUpper(bound: Bound): boolean {
  return bound === 'atMost' || bound === 'lessThan';
}
