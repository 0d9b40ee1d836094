import type { DocumentRule } from './document-rules.ts';
import { findRules } from './document-rules.ts';
import type { RawUnit } from './role-grammar.ts';
import { readRoleWords } from './role-grammar.ts';
import type { DocumentContext } from './settle-roles.ts';
import { viewOf } from './text-view.ts';

/** Notes about how to read brackets stand close to the first task or after the last one. */
const NOTE_WINDOW = 4000;

/** Every later bracket is compared with these units; a plan adds one or two. */
const ALWAYS_MAX = 20;

/**
 * Sentences that hold for the rest of the document (列首位的为牵头单位，下同). Brackets are read in document order;
 * each asks for the rules so far and then adds its own, so a rule never changes the bracket before it.
 */
export class RuleBook {
  #firstLeads: string | undefined;
  readonly #reported = new Set<number>();
  readonly #always: { unit: RawUnit; text: string }[] = [];

  /** Rules in the introduction, or in a note after the tasks, hold for all of them. */
  constructor(source: string, headStart: number, headEnd: number, tailStart: number) {
    for (const [start, end] of [
      [Math.min(headEnd, Math.max(headStart, headEnd - NOTE_WINDOW)), headEnd],
      [tailStart, Math.min(source.length, tailStart + NOTE_WINDOW)],
    ] as const) {
      for (const rule of findRules(viewOf(source, start, end))) this.#keep(rule);
    }
  }

  get context(): DocumentContext {
    return { firstLeads: this.#firstLeads !== undefined, always: this.#always.map((entry) => entry.unit) };
  }

  /** The sentences in force, for the warning. */
  get texts(): readonly string[] {
    const always = this.#always.map((entry) => entry.text);
    return [...new Set(this.#firstLeads === undefined ? always : [this.#firstLeads, ...always])];
  }

  /** A task is told once that a rule changed it. */
  isReported(task: number): boolean {
    return this.#reported.has(task);
  }

  report(task: number): void {
    this.#reported.add(task);
  }

  add(rule: DocumentRule): void {
    if (rule.lasting) this.#keep(rule);
  }

  #keep(rule: DocumentRule): void {
    if (rule.kind === 'first-leads') {
      this.#firstLeads = rule.text;
      return;
    }
    for (const unit of readRoleWords(rule.units).units) {
      if (this.#always.length >= ALWAYS_MAX || this.#always.some((entry) => entry.unit.name === unit.name)) continue;
      this.#always.push({ unit: { ...unit, role: rule.cooperating ? 'cooperating' : 'default' }, text: rule.text });
    }
  }
}
