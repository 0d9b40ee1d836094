import type { ReactNode } from 'react';

export const ORIENTATION_WORDS = { landscape: '横向', portrait: '纵向' } as const;

export type PrintChoiceProps<Value extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  readonly value: Value;
  /** Short words side by side. */
  readonly inline?: boolean;
  readonly onChange: (value: Value) => void;
};

/** One of a few, each to be seen. */
export function PrintChoice<Value extends string>({
  legend,
  name,
  values,
  words,
  value,
  inline = false,
  onChange,
}: PrintChoiceProps<Value>) {
  return (
    <PrintGroup legend={legend} inline={inline}>
      {values.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={`print-${name}`}
            data-testid={`print-${name}-${each}`}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          {words[each]}
        </label>
      ))}
    </PrintGroup>
  );
}

export type PrintGroupProps = { readonly legend: string; readonly inline?: boolean; readonly children: ReactNode };

/** Choices under one heading. */
export function PrintGroup({ legend, inline = false, children }: PrintGroupProps) {
  return (
    <fieldset className={inline ? 'print-inline' : undefined}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
