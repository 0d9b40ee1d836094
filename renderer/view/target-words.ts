import type { LedgerRow } from '#shared/domain/ledger.ts';
import { targetSoFar } from '#shared/domain/target-words.ts';

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
  return targets.map(targetSoFar).join(BETWEEN);
}
