import './reading-veil.css';

export type ReadingVeilProps = {
  /** `empty`: nothing is known yet. `over`: what is seen belongs to another period, whose lights are not these. */
  readonly kind: 'empty' | 'over';
  readonly words: string;
};

/** Stands where the matrix will be, so that an empty place is not taken for an empty plan. */
export function ReadingVeil({ kind, words }: ReadingVeilProps) {
  return (
    <div className={`reading-veil reading-${kind}`} role="status" data-testid="reading-veil">
      <span>{words}</span>
    </div>
  );
}
