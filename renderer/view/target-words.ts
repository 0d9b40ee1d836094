import type { LedgerRow, LedgerTarget } from '#shared/domain/ledger.ts';

/** Between the values of several targets in one cell; what is typed or pasted there is parted the same way. */
const BETWEEN = '；';
/** Stands for a target nothing was reported for, so that the others keep their places. */
const NOTHING = '—';

/** 本期值 as the ledger shows it, and as it can be typed and pasted: `20`, or of several targets `20；—；97`. */
export function valueText({ targets }: Pick<LedgerRow, 'targets'>): string {
  if (targets.every(({ value }) => value === null)) return '';
  return targets.map(({ value }) => (value === null ? NOTHING : String(value))).join(BETWEEN);
}

/**
 * Reads what was typed or pasted into 本期值.
 *
 * @returns a value for each target, `null` for none; `undefined` for what does not fit the task's targets
 */
export function readValues(
  { targets }: Pick<LedgerRow, 'targets'>,
  text: string,
): readonly (number | null)[] | undefined {
  if (targets.length === 0) return text.trim() === '' ? [] : undefined;
  if (text.trim() === '') return targets.map(() => null);
  const parts = text.normalize('NFKC').split(/[;；/、\n]/u);
  if (parts.length !== targets.length) return undefined;
  const values = parts.map((part, index) => readFigure(part, targets[index]?.unit ?? ''));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** `1,200`, `65%`, `20 批次`, `—`. @returns `undefined` for what is no figure of the unit */
export function readFigure(text: string, unit: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，]/gu, '');
  if (plain === '' || /^[—–-]+$/u.test(plain)) return null;
  const bare = unit !== '' && plain.endsWith(unit.normalize('NFKC')) ? plain.slice(0, -unit.length) : plain;
  if (!/^-?\d{1,15}(?:\.\d{1,6})?$/u.test(bare)) return undefined;
  return Number(bare);
}

/** 累计 and 完成率: `20/50批次 40%`; of several targets one after the other. */
export function soFarText({ targets }: Pick<LedgerRow, 'targets'>): string {
  return targets.map(oneSoFar).join(BETWEEN);
}

function oneSoFar(target: LedgerTarget): string {
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
export function targetsWords({ targets }: Pick<LedgerRow, 'targets'>): string {
  return targets
    .map((target) => {
      const { name, value, unit, ahead } = target;
      const own = value === null ? '本期未填' : `本期 ${value}${unit}`;
      return [`${name}：${own}`, `累计 ${oneSoFar(target)}`, aheadText(ahead)].filter((part) => part !== '').join('，');
    })
    .join('\n');
}
