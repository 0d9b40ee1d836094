import type { LedgerTarget } from './ledger.ts';

/** What is said of targets wherever they stand: in the ledger, the panel, a table for superiors. */

/** Stands for a value nobody reported. */
const NOTHING = '—';

/** `20/50批次 40%`; a dash while nothing was reported. */
export function targetSoFar(target: LedgerTarget): string {
  const { cumulative, unit, share } = target;
  const so = cumulative === null ? NOTHING : String(cumulative);
  // 65%/65% with its share of 100% behind it would be three percentages in a row.
  const rate = share === null || unit === '%' ? '' : ` ${shareText(share)}`;
  return `${so}/${target.target}${unit}${rate}`;
}

export function shareText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** 比序时进度快 3.5 个百分点. @returns empty where the two cannot be compared */
export function aheadText(ahead: number | null): string {
  if (ahead === null) return '';
  if (ahead === 0) return '与序时进度持平';
  return `比序时进度${ahead > 0 ? '快' : '慢'} ${Math.abs(ahead)} 个百分点`;
}

/** What a tooltip says of all targets of a row, one line each. */
export function targetsWords({ targets }: { readonly targets: readonly LedgerTarget[] }): string {
  return targets
    .map((target) => {
      const { name, value, unit, ahead } = target;
      const own = value === null ? '本期未填' : `本期 ${value}${unit}`;
      return [`${name}：${own}`, `累计 ${targetSoFar(target)}`, aheadText(ahead)]
        .filter((part) => part !== '')
        .join('，');
    })
    .join('\n');
}
