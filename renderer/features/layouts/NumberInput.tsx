import { useState } from 'react';

export type NumberInputProps = {
  readonly label: string;
  readonly testId: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
};

/** A number that is typed: what is no number yet stands in the field alone. */
export function NumberInput({ label, testId, value, min, max, step = 1, onChange }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className="input layout-number"
      type="number"
      aria-label={label}
      data-testid={testId}
      min={min}
      max={max}
      step={step}
      value={typed ?? String(value)}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value.trim() !== '' && Number.isFinite(target.valueAsNumber)) onChange(target.valueAsNumber);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
