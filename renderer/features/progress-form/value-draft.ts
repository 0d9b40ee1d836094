import { readFigure } from '#renderer/view/target-words.ts';
import type { TargetId } from '#shared/domain/ids.ts';
import type { LedgerTarget } from '#shared/domain/ledger.ts';

/** What was typed for a target: 本期 and, when the agency says it, 累计. Left out: as it is stored. */
export type TypedFigures = { readonly value?: string; readonly given?: string };

/** By the target's id. */
export type ValueDraft = Readonly<Record<number, TypedFigures>>;

export type ValueEdit = {
  readonly targetId: TargetId;
  readonly value?: number | null;
  readonly cumulative?: number | null;
};

/** What the form shows in a field. */
export function shownFigure(target: LedgerTarget, typed: TypedFigures | undefined, part: keyof TypedFigures): string {
  const stored = target[part];
  return typed?.[part] ?? (stored === null ? '' : String(stored));
}

/** One field typed into. */
export function typeValue(draft: ValueDraft, target: LedgerTarget, part: keyof TypedFigures, text: string): ValueDraft {
  return { ...draft, [target.id]: { ...draft[target.id], [part]: text } };
}

/**
 * Compares what was typed with what is stored.
 *
 * @returns what differs, and the sentence about the first figure that cannot be read
 */
export function readValueDraft(
  draft: ValueDraft,
  targets: readonly LedgerTarget[],
): { readonly edits: readonly ValueEdit[]; readonly problem: string | null } {
  const edits: ValueEdit[] = [];
  for (const target of targets) {
    const typed = draft[target.id];
    if (!typed) continue;
    const [value, given] = (['value', 'given'] as const).map((part) => {
      const text = typed[part];
      return text === undefined ? target[part] : readFigure(text, target.unit);
    });
    if (value === undefined || given === undefined) {
      const text = value === undefined ? typed.value : typed.given;
      return { edits: [], problem: `“${target.name}”的“${text}”无法识别，没有保存。请填数字，如 20、1,200、65%。` };
    }
    if (value === target.value && given === target.given) continue;
    edits.push({
      targetId: target.id,
      ...(value === target.value ? {} : { value }),
      ...(given === target.given ? {} : { cumulative: given }),
    });
  }
  return { edits, problem: null };
}
