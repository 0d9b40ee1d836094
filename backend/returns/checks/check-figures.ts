import type { TargetView } from '#shared/domain/matrix.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import type { ProgressTexts } from '../progress-texts.ts';
import { type Figure, NOT_SO_FAR, readFigures, SO_FAR } from './read-figures.ts';

export type CheckedTarget = Pick<TargetView, 'name' | 'comparator' | 'value' | 'unit'>;

/** 年度目标任务250批次, 目标为 65%; 完成任务 250 批次 is what was done. */
const CITES =
  /(?:目标|(?:年度|全年|年初|下达)[^完]{0,6}(?:任务|计划|指标))(?:任务|指标)?(?:数|量|值)?(?:为|是|达到?)?[:：]?$/u;
const DONE_BEFORE = /完成[^，。；]{0,8}$/u;
/** 总体完成率达80%: nothing but the whole task is its subject. */
const WHOLE =
  /^(?:目前|截至目前|截至.{1,10}|本项|该项|总体|整体|总|任务|工作|全年|年度|目标|累计|已|约|现)*(?:完成率|完成比例|完成进度|工作进度|总进度|进度|完成度|完成)(?:已)?(?:了|达到?|为|约|至|在)*$/u;
const CLOSES = /^[，。；、,;\n）)]|^\s*$/u;
/** Rounding is no difference. */
const TOLERANCE = 1;
const ABOUT_TOLERANCE = 5;
/** So much of a target's name must stand before a percentage for it to be that target's: 覆盖率. */
const NAME_TAIL = 3;

/** A target counted in so many 批次; 批次/千人 cannot be compared with a plain count. */
function soleTarget(unit: string, targets: readonly CheckedTarget[]): CheckedTarget | undefined {
  const found = targets.filter((target) => target.unit === unit);
  return found.length === 1 ? found[0] : undefined;
}

function amount(value: number, unit: string): string {
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}

function isNamed({ before }: Figure, { name }: CheckedTarget): boolean {
  return name.length >= NAME_TAIL && before.includes(name.slice(-NAME_TAIL));
}

function missesTarget(value: number, { comparator, value: aim }: CheckedTarget): boolean {
  return comparator === '≤' ? value > aim : comparator !== '约' && value < aim;
}

/**
 * Figures of a report against the target's value: another target is cited, or the figure falls short of it although the
 * task is called done.
 *
 * @returns what is wrong, in Chinese, or `null`
 */
export function figureAgainstTarget(texts: ProgressTexts, targets: readonly CheckedTarget[]): string | null {
  const figures = readFigures(texts.narrative);
  for (const figure of figures) {
    const target = soleTarget(figure.unit, targets);
    if (target === undefined || figure.per !== '' || !CITES.test(figure.before)) continue;
    if (DONE_BEFORE.test(figure.before.replace(CITES, ''))) continue;
    if (figure.unit === '%' && !isNamed(figure, target)) continue;
    if (figure.value !== target.value) {
      return `文中说的目标是 ${amount(figure.value, figure.unit)}，量化指标是 ${amount(target.value, target.unit)}`;
    }
  }
  const claim = texts.status === STATUS_LABELS.done ? '已完成' : Number(texts.percent) === 100 ? '完成 100%' : null;
  if (claim === null) return null;
  for (const target of targets) {
    const short = shortOf(figures, target, targets);
    if (short !== null) {
      const [own, aim] = [amount(short, target.unit), amount(target.value, target.unit)];
      return `文中 ${own}，量化指标 ${aim}，却填${claim}`;
    }
  }
  return null;
}

/** The best figure so far of what the target measures, when it misses the target. */
function shortOf(figures: readonly Figure[], target: CheckedTarget, targets: readonly CheckedTarget[]): number | null {
  if (target.unit.includes('/')) return null;
  const measured = figures.filter((figure) => {
    if (figure.unit !== target.unit || figure.per !== '' || CITES.test(figure.before)) return false;
    if (target.unit === '%') return isNamed(figure, target) && !NOT_SO_FAR.test(figure.before);
    return soleTarget(target.unit, targets) !== undefined;
  });
  if (measured.length === 0 || measured.some(({ value }) => !missesTarget(value, target))) return null;
  const soFar = measured.filter(
    ({ before }) => target.unit === '%' || (SO_FAR.test(before) && !NOT_SO_FAR.test(before)),
  );
  const values = soFar.map(({ value }) => value);
  if (values.length === 0) return null;
  // Parts of a whole add up: 上半年 120 批次, 下半年 130 批次.
  const sum = measured.reduce((total, { value }) => total + value, 0);
  if (target.unit !== '%' && !missesTarget(sum, target)) return null;
  return target.comparator === '≤' ? Math.min(...values) : Math.max(...values);
}

/** A report that says how much of the whole is done, against the column that says it too. */
export function figureAgainstPercent({ narrative, percent }: ProgressTexts): string | null {
  if (percent === '') return null;
  const said = readFigures(narrative).filter(
    ({ unit, before, after }) =>
      unit === '%' && WHOLE.test(before) && CLOSES.test(after) && !/预计|计划|力争|确保|将/u.test(before),
  );
  const differs = ({ value, before }: Figure): boolean =>
    Math.abs(value - Number(percent)) > (/约/u.test(before) ? ABOUT_TOLERANCE : TOLERANCE);
  const [first] = said;
  return first !== undefined && said.every(differs) ? `文中写完成 ${first.value}%，完成比例是 ${percent}%` : null;
}

const CUMULATIVE = /累计|截至|今年以来|年初以来/u;

/** What was counted up to now cannot be less than it was. */
export function figureBelowLast(narrative: string, last: string): string | null {
  if (!CUMULATIVE.test(narrative) || !CUMULATIVE.test(last)) return null;
  const before = readFigures(last).filter(isCumulative);
  for (const figure of readFigures(narrative).filter(isCumulative)) {
    const same = before.filter((other) => other.unit === figure.unit && isSameThing(figure, other));
    if (same.length === 1 && same[0] !== undefined && same[0].value > figure.value) {
      return `文中累计 ${amount(figure.value, figure.unit)}，上期是 ${amount(same[0].value, figure.unit)}`;
    }
  }
  return null;
}

function isCumulative({ before }: Figure): boolean {
  return CUMULATIVE.test(before) && !/同比|环比|较/u.test(before);
}

/** The same verb or noun directly before the figure, and the same thing after it. */
function isSameThing(one: Figure, other: Figure): boolean {
  const tail = ({ before }: Figure): string => before.slice(-2);
  return tail(one) === tail(other) && one.noun.slice(0, 2) === other.noun.slice(0, 2);
}
