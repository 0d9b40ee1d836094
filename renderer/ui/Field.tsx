import type { ReactNode } from 'react';
import './field.css';

export type FieldProps = {
  readonly label: string;
  /** Written behind the input. */
  readonly unit?: string;
  readonly children: ReactNode;
};

/** A label over its input. */
export function Field({ label, unit, children }: FieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child, which the rule cannot see
    <label className="field">
      <span className="field-label">{label}</span>
      <span className="field-control">
        {children}
        {unit ? <span className="field-unit">{unit}</span> : null}
      </span>
    </label>
  );
}
