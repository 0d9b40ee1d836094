/** One line of the bench table: ours against a peer measured in the same run, interleaved. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number;
  /** What the peer is. */
  readonly against: string;
  readonly ratio: number;
  /** What was promised (design, section 8), when there is a promise. */
  readonly atMost?: number | null;
  /** For what should be many, such as frames. */
  readonly atLeast?: number;
  readonly note: string;
};

/** A figure with its ratio worked out. */
export function figure(values: Omit<Figure, 'ratio'>): Figure {
  return { ...values, ratio: values.ours / values.peer };
}
