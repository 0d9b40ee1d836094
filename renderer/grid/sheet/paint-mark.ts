/** Mark that benches wait for: the matrix stands on the screen. */
export const MATRIX_PAINTED_MARK = 'zeren:matrix-painted';

/** Two frames on, what was rendered has been painted. */
export function markPainted(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(MATRIX_PAINTED_MARK)));
}
