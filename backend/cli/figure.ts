import { InvalidArgumentError } from 'commander';

/** Commander's reader of a number. */
export function figureOf(text: string): number {
  const figure = Number(text);
  if (text.trim() === '' || !Number.isFinite(figure)) throw new InvalidArgumentError('a number');
  return figure;
}
