import type { ReadRule } from '#shared/domain/plan-reading.ts';
import { viewOf } from '../text/text-view.ts';
import type { DocumentRule } from './document-rules.ts';
import { findRules } from './document-rules.ts';
import { readRoleWords } from './role-grammar.ts';
import type { AddedUnit, DocumentContext } from './settle-roles.ts';

/** Notes about how to read brackets stand close to the first task or after the last one. */
const NOTE_WINDOW = 4000;

/** Every later bracket is compared with these units; a plan adds one or two. */
const ALWAYS_MAX = 20;

/**
 * Sentences that hold for the rest of the document (列首位的为牵头单位，下同). Brackets are read in document order;
 * each asks for the rules so far and then adds its own, so a rule never changes the bracket before it.
 */
export class RuleBook {
  readonly #rules: ReadRule[] = [];
  readonly #always: AddedUnit[] = [];
  #firstLeads: DocumentContext['firstLeads'];

  /** Rules in the introduction, or in a note after the tasks, hold for all of them. */
  constructor(source: string, headStart: number, headEnd: number, tailStart: number) {
    for (const [start, end] of [
      [Math.min(headEnd, Math.max(headStart, headEnd - NOTE_WINDOW)), headEnd],
      [tailStart, Math.min(source.length, tailStart + NOTE_WINDOW)],
    ] as const) {
      for (const rule of findRules(viewOf(source, start, end))) this.#keep({ ...rule, lasting: true });
    }
  }

  /** Every rule met so far; a role's `rule` is a place in it. */
  get rules(): readonly ReadRule[] {
    return this.#rules;
  }

  /** What the rules so far, and its own, say about the next bracket; its lasting rules then hold for those after it. */
  next(own: readonly DocumentRule[]): DocumentContext {
    const always = [...this.#always];
    let firstLeads = this.#firstLeads;
    for (const rule of own) {
      const place = this.#keep(rule);
      if (rule.kind === 'first-leads') firstLeads = { rule: place, othersCooperate: rule.cooperating };
    }
    return { firstLeads, always };
  }

  #keep(rule: DocumentRule): number {
    const place = this.#rules.length;
    const units = readRoleWords(rule.units).units;
    const { kind, text, lasting, span } = rule;
    this.#rules.push({ kind, text, lasting, units: units.map((unit) => unit.name), span });
    if (lasting && kind === 'first-leads') this.#firstLeads = { rule: place, othersCooperate: rule.cooperating };
    for (const unit of lasting ? units : []) {
      if (this.#always.length >= ALWAYS_MAX || this.#always.some((entry) => entry.unit.name === unit.name)) continue;
      this.#always.push({ unit: { ...unit, role: rule.cooperating ? 'cooperating' : 'default' }, rule: place });
    }
    return place;
  }
}
