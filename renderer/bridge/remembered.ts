/**
 * Small comforts kept between starts on this machine: the view of a plan, the panel's width. Never plan data.
 * A store that refuses (full, blocked) costs the comfort only.
 */
const PREFIX = 'zeren:';

export function recall(name: string): string | null {
  try {
    return window.localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** @param value the text to keep */
export function remember(name: string, value: string): void {
  try {
    window.localStorage.setItem(PREFIX + name, value);
  } catch {
    return;
  }
}

/** Takes away what an older version of the program kept. */
export function forget(name: string): void {
  try {
    window.localStorage.removeItem(PREFIX + name);
  } catch {
    return;
  }
}

/** A remembered number, or the fallback when there is none or it makes no sense. */
export function recallNumber(name: string, fallback: number): number {
  const value = Number(recall(name) ?? Number.NaN);
  return Number.isFinite(value) ? value : fallback;
}

/** A remembered yes or no. */
export function recallFlag(name: string, fallback: boolean): boolean {
  const value = recall(name);
  return value === null ? fallback : value === 'yes';
}

export function rememberFlag(name: string, value: boolean): void {
  remember(name, value ? 'yes' : 'no');
}
