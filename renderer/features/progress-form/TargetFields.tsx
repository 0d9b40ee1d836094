import type { LedgerTarget } from '#shared/domain/ledger.ts';
import { aheadText, shareText } from '#shared/domain/target-words.ts';
import { shownFigure, type TypedFigures, typeValue, type ValueDraft } from './value-draft.ts';
import './target-fields.css';

export type TargetFieldsProps = {
  readonly targets: readonly LedgerTarget[];
  /** 序时进度, 0 to 1. */
  readonly timeShare: number;
  readonly draft: ValueDraft;
  readonly readOnly: boolean;
  readonly onChange: (draft: ValueDraft) => void;
};

/** 量化指标 of the task: the value of the period typed, the cumulative one and 序时进度 beside it. */
export function TargetFields({ targets, timeShare, draft, readOnly, onChange }: TargetFieldsProps) {
  if (targets.length === 0) return null;
  return (
    <section className="target-fields" aria-label="量化指标" data-testid="target-fields">
      {targets.map((target) => (
        <div key={target.id} className="target-field">
          <span className="target-name" title={`${target.name}，目标 ${aim(target)}`}>
            {target.name}
          </span>
          <span className="target-aim">{aim(target)}</span>
          <TargetInput label="本期" part="value" {...{ target, draft, readOnly, onChange }} />
          <TargetInput label="累计" part="given" {...{ target, draft, readOnly, onChange }} />
          <ShareBar target={target} timeShare={timeShare} />
        </div>
      ))}
    </section>
  );
}

function aim({ comparator, target, unit }: LedgerTarget): string {
  return `${comparator === '=' ? '' : comparator}${target}${unit}`;
}

type TargetInputProps = Omit<TargetFieldsProps, 'targets' | 'timeShare'> & {
  readonly label: string;
  readonly part: keyof TypedFigures;
  readonly target: LedgerTarget;
};

function TargetInput({ label, part, target, draft, readOnly, onChange }: TargetInputProps) {
  const isWorkedOut = part === 'given' && target.cumulative !== null;
  return (
    <label className="target-input" title={part === 'given' ? '单位自报累计数时填写；不填由各期得出' : undefined}>
      <span>{label}</span>
      <input
        className="input"
        data-testid={`target-${part}-${target.id}`}
        aria-label={`${target.name}${label}`}
        inputMode="decimal"
        // What the periods add up to, until the agency says another figure.
        placeholder={isWorkedOut ? String(target.cumulative) : ''}
        value={shownFigure(target, draft[target.id], part)}
        readOnly={readOnly}
        onChange={(event) => onChange(typeValue(draft, target, part, event.target.value))}
      />
    </label>
  );
}

/** How much of the target is reached, with a mark where the year stands. */
function ShareBar({ target, timeShare }: { readonly target: LedgerTarget; readonly timeShare: number }) {
  const { share, ahead } = target;
  if (share === null)
    return <span className="target-share is-empty">{target.cumulative === null ? '尚无数据' : ''}</span>;
  const words = aheadText(ahead);
  return (
    <span
      className="target-share"
      title={[`完成目标的 ${shareText(share)}`, `序时 ${shareText(timeShare)}`, words].join('，')}
    >
      <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="share-all" width="100" height="8" />
        <rect
          className={ahead !== null && ahead < 0 ? 'share-done is-behind' : 'share-done'}
          width={Math.min(share, 1) * 100}
          height="8"
        />
        {ahead === null ? null : <rect className="share-time" x={Math.min(timeShare * 100, 99)} width="1" height="8" />}
      </svg>
      <b>{shareText(share)}</b>
      <small className={ahead !== null && ahead < 0 ? 'is-behind' : ''}>{words}</small>
    </span>
  );
}
