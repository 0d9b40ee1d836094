import { z } from 'zod';

/**
 * 亮灯: how a duty stands in a period, in words first. Places differ (layouts D: blue is "soon due" in one place,
 * "finished" in another), so what lights there are, their words, colours and rules are data: a {@link LightRuleSet}
 * (light-rule-set.ts). Which light a duty has is decided in judge-duty.ts.
 */

/** The inks and tints the window and print know. The theme says how each looks; every one can be read on paper. */
export const LIGHT_COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'grey', 'none'] as const;
export type LightColour = (typeof LIGHT_COLOURS)[number];

export const LIGHT_COLOUR_LABELS: Readonly<Record<LightColour, string>> = {
  red: '红',
  orange: '橙',
  yellow: '黄',
  green: '绿',
  teal: '青',
  blue: '蓝',
  purple: '紫',
  grey: '灰',
  none: '无色',
};

/** Small signs beside a mark, so that a light is told by shape and never by colour alone. */
export const LIGHT_SIGNS = [
  'tick',
  'arrow',
  'plus',
  'dots',
  'mark',
  'marks',
  'cross',
  'dash',
  'disc',
  'ring',
  'triangle',
  'square',
  'star',
  'none',
] as const;
export type LightSign = (typeof LIGHT_SIGNS)[number];

export const LIGHT_SIGN_TEXTS: Readonly<Record<LightSign, string>> = {
  tick: '√',
  arrow: '→',
  plus: '+',
  dots: '…',
  mark: '!',
  marks: '!!',
  cross: '×',
  dash: '–',
  disc: '●',
  ring: '○',
  triangle: '▲',
  square: '■',
  star: '★',
  none: '',
};

/** Key of a light within its set; what views remember and files name. */
export type LightKey = string;

const LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

const wordOf = (length: number) => z.string().trim().min(1).max(length).regex(LINE);

export const LightDefSchema = z.strictObject({
  key: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9-]*$/),
  /** 逾期未报 */
  word: wordOf(20),
  /** For places as narrow as a cell of the progress view. */
  short: wordOf(8),
  /** One character for a printed column, explained under the table: copies are black and white. */
  letter: wordOf(2),
  colour: z.enum(LIGHT_COLOURS),
  sign: z.enum(LIGHT_SIGNS),
});
export type LightDef = z.infer<typeof LightDefSchema>;

/** How a duty stands, with the reason in one sentence: for a tooltip, a ledger, a reminder. */
export type Judgement = {
  readonly light: LightKey;
  readonly word: string;
  readonly colour: LightColour;
  /** Why, in one Chinese sentence with the dates and numbers that decided. */
  readonly because: string;
  /** Nothing was reported, whether or not the due day has passed; what is closed (办结) misses nothing. */
  readonly missing: boolean;
  /** The day that counts (ISO): the period's as moved by the calendar, the task's own where it falls into the period, or the one it was put off to. */
  readonly dueOn: string;
};

/** A light by its key; one that the set no longer has (a view of yesterday) is shown as its key, without colour. */
export function lightOf(lights: readonly LightDef[], key: LightKey): LightDef {
  return (
    lights.find((light) => light.key === key) ?? {
      key,
      word: key,
      short: key,
      letter: '?',
      colour: 'none',
      sign: 'none',
    }
  );
}

/** Days before a due day from which what is not there counts as due soon. More days: earlier warnings. */
export const DUE_SOON_DAYS = 5;
