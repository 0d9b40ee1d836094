/**
 * Choices kept while the program stays open, also through another data file and back: gone with the next start.
 * A store that refuses costs the comfort only.
 */
const PREFIX = 'zeren:';

/** @returns numbers by name, as they were kept under this heading; anything else in the store is left out */
export function recallNumbers(heading: string): Readonly<Record<string, number>> {
  try {
    const stored: unknown = JSON.parse(window.sessionStorage.getItem(PREFIX + heading) ?? '{}');
    const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    return Object.fromEntries(
      entries.filter((entry): entry is [string, number] => Number.isInteger(entry[1]) && entry[1] > 0),
    );
  } catch {
    return {};
  }
}

export function keepNumbers(heading: string, numbers: Readonly<Record<string, number>>): void {
  try {
    window.sessionStorage.setItem(PREFIX + heading, JSON.stringify(numbers));
  } catch {
    return;
  }
}
