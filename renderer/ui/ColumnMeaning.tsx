export type ColumnMeaningProps<Meaning extends string> = {
  /** Read aloud: C 列读作. */
  readonly label: string;
  readonly testId: string;
  readonly value: Meaning | null;
  /** Waits for a person. */
  readonly unclear: boolean;
  /** What a column is that means nothing. */
  readonly none: string;
  readonly choices: readonly (readonly [meaning: Meaning, words: string])[];
  readonly onChoose: (meaning: Meaning | null) => void;
};

const NONE = '';

/** What one column of somebody's sheet means: over its picture, or in a list beside it. */
export function ColumnMeaning<Meaning extends string>(props: ColumnMeaningProps<Meaning>) {
  const { label, testId, value, unclear, none, choices, onChoose } = props;
  return (
    <select
      className="select mapping-select"
      aria-label={label}
      data-testid={testId}
      data-unclear={unclear || undefined}
      data-read={value !== null}
      value={value ?? NONE}
      onChange={(event) => onChoose(choices.find(([meaning]) => meaning === event.target.value)?.[0] ?? null)}
    >
      <option value={NONE}>{none}</option>
      {choices.map(([meaning, words]) => (
        <option key={meaning} value={meaning}>
          {words}
        </option>
      ))}
    </select>
  );
}
