import type { ReturnedCell } from '#backend/returns/parsed-return.ts';
import { cleanText, STRUCK_OUT } from '#backend/returns/values/read-fields.ts';
import { writableText } from '#backend/sheets/safe-text.ts';
import { isProgressField, type ReturnField } from '#shared/domain/return-field.ts';
import type { ReturnItem, ReturnItemState } from '#shared/domain/return-review.ts';

/** What an agency's newest return said of a cell, whether that was taken, and what was taken last. */
export type ToldCell = {
  readonly text: string;
  readonly taken: boolean;
  /** `undefined`: nothing was taken yet. */
  readonly lastTaken?: string | undefined;
  /** What was taken before that. */
  readonly earlier?: readonly string[];
};

/** What the agency's returns that were taken in said of an entry; fields they did not touch are left out. */
export type ToldTexts = Readonly<Partial<Record<ReturnField, ToldCell>>>;

/** A cell that needs a decision, before the doubts of its table and its number are known. */
export type OpenItem = Omit<ReturnItem, 'id' | 'doubt' | 'chosen'>;

/** All that is known of one cell. */
export type CellSides = {
  readonly field: ReturnField;
  readonly theirs: ReturnedCell;
  /** What stands now. */
  readonly ours: string;
  /** `undefined`: the agency has told us nothing of this cell since the form went out. */
  readonly told: ToldCell | undefined;
  /** What the form said when it was sent; `null`: no form is known. */
  readonly sent: string | null;
  /** What two data files once had in common; `null`: theirs is no other data file's. */
  readonly common: string | null;
};

export type CellVerdict = Pick<ReturnItem, 'base' | 'baseFrom' | 'retraction'> & {
  readonly state: ReturnItemState;
  readonly doubts: readonly string[];
};

/** A text of ours as it would come back from an untouched form. */
function asReturned(text: string): string {
  return cleanText(writableText(text));
}

/** Whether two values of a field say the same: 50 and 50.0 do. */
export function sameValue(field: ReturnField, one: string, other: string): boolean {
  const [left, right] = [asReturned(one), asReturned(other)];
  if (left === right) return true;
  return (
    (field === 'percent' || !isProgressField(field)) && left !== '' && right !== '' && Number(left) === Number(right)
  );
}

/** What the cell is compared with: what the agency last told us, else what was sent, else what both once had. */
function baseOf({ told, sent, common }: CellSides): Pick<CellVerdict, 'base' | 'baseFrom'> {
  const taken = told?.taken === true ? told.text : told?.lastTaken;
  if (taken !== undefined) return { base: taken, baseFrom: 'told' };
  if (sent !== null) return { base: sent, baseFrom: 'sent' };
  return common === null ? { base: '', baseFrom: null } : { base: common, baseFrom: 'common' };
}

/**
 * Decides one returned cell three ways. The same as ours or as the base: nothing to decide; a cell that is again as it
 * was sent, after something else of it was taken in, differs from its base and is a retraction. One that is again as an
 * earlier return had it may be an old file.
 *
 * @returns `null` when there is nothing to decide
 */
export function judgeCell(sides: CellSides): CellVerdict | null {
  const { field, theirs, ours, told, sent } = sides;
  const from = baseOf(sides);
  const { base, baseFrom } = from;
  if (!theirs.readable) {
    return { ...from, retraction: false, state: 'unreadable', doubts: [theirs.doubt || `“${theirs.text}”无法识别`] };
  }
  const same = (text: string): boolean => sameValue(field, text, theirs.text);
  // Struck out, the words that stand are perhaps withdrawn: they are no answer, nor is their absence.
  if (theirs.text !== '' && theirs.doubt.includes(STRUCK_OUT) && (same(ours) || same(base))) {
    return { ...from, retraction: false, state: 'unreadable', doubts: [theirs.doubt] };
  }
  if (same(ours) || (baseFrom !== null && same(base))) {
    // It may mean something else as well, and is no cell that was left as it was sent: 1 is 1% or 100%.
    const isOpen = theirs.offers.some((offer) => !sameValue(field, offer, ours)) && (sent === null || !same(sent));
    return isOpen ? { ...from, retraction: false, state: 'proposed', doubts: [theirs.doubt] } : null;
  }
  // Without a form nobody says that the cell was cleared: it may never have been filled.
  if (baseFrom === null && theirs.text === '') return null;
  const retraction = baseFrom === 'told' && sent !== null && same(sent);
  const doubts = [theirs.doubt];
  if (retraction) doubts.push(`改回了发出时的内容，上次报送的是“${short(base)}”`);
  else if (theirs.text === '') doubts.push('对方清空了此格');
  else if (told?.earlier?.some(same)) doubts.push(`改回了更早一次报送的内容，上次报送的是“${short(base)}”`);
  if (told?.taken === false && same(told.text)) doubts.push('与上次报送相同，上次没有采用');
  if (baseFrom === null && ours !== '') doubts.push('没有发出记录，无法判断是谁改动的');
  const onlyTheirs = baseFrom === null ? ours === '' : sameValue(field, ours, base);
  return { ...from, retraction, state: onlyTheirs ? 'proposed' : 'conflict', doubts };
}

const SHORT = 20;

function short(text: string): string {
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}
