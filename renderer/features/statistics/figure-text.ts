/** A share as it stands in a table: 83.3%; empty when there is none. */
export function percentText(share: number | null): string {
  return share === null ? '' : `${Math.round(share * 1000) / 10}%`;
}
