import { useState } from 'react';
import { dateText } from '../text/dates.ts';
import { parseDateText } from '../text/parse-date.ts';
import './field.css';

export type DateInputProps = {
  /** ISO date; empty: none. */
  readonly value: string;
  /** ISO date whose year a writing without one (11月20日) takes. */
  readonly reference: string;
  readonly label?: string | undefined;
  readonly testId?: string | undefined;
  /** Told the date, and an empty text when what is typed is no date. */
  readonly onChange: (iso: string) => void;
};

/** A date, typed in any usual writing: 11月20日, 11.20, 2021-11-20. Left, it stands there as 2021年11月20日. */
export function DateInput({ value, reference, label, testId, onChange }: DateInputProps) {
  /** What is being typed; `null`: the date as it stands. */
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && parseDateText(typed, reference) === undefined;
  return (
    <input
      className="input"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      data-testid={testId}
      placeholder="如 11月20日"
      value={typed ?? dateText(value)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parseDateText(event.target.value, reference) ?? '');
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
