import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fromWireError } from '#shared/contract/wire-error.ts';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import type { Desk } from '../office/desk.ts';
import { previewReturns } from '../office/take-returns.ts';
import type { HostileFile, SoundFile } from './hostile-files.ts';

/** A file may take so long at most, whatever it is, the start of another process after it included. */
const HANG_MS = 10_000;

export type TriedHostile = {
  readonly kind: string;
  readonly name: string;
  readonly ms: number;
  /** `read`: items came of it; else the code it was refused with. */
  readonly answer: string;
  /** What must never happen; empty when nothing of it did. */
  readonly faults: readonly string[];
};

const CHINESE = /[\u4e00-\u9fff]{4}/u;

/** Tries hostile files on one backend, which must outlive them all. */
export class HostileTrial {
  readonly #desk: Desk;
  readonly #hash: string;
  readonly #sound = new Map<SoundFile, ReadonlySet<string>>();
  #count = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#hash = this.#hashOfData();
  }

  async try({ kind, name, bytes, sound }: HostileFile): Promise<TriedHostile> {
    const started = performance.now();
    const { review, refusal } = await this.#preview(name, bytes);
    const ms = performance.now() - started;
    const refusals = review === null ? [refusal] : review.files.map((file) => file.refusal);
    const faults = [
      ...(ms > HANG_MS ? [`took ${(ms / 1000).toFixed(1)} s`] : []),
      ...(refusals.length === 0 ? ['no answer'] : []),
      ...refusals.flatMap((each) => (each === null ? [] : faultsOfRefusal(each))),
      ...(this.#hashOfData() === this.#hash ? [] : ['wrote into the data file']),
      ...(sound === null || review === null ? [] : await this.#misread(review, sound)),
    ];
    const answer = refusals.map((each) => each?.code ?? 'read')[0] ?? 'none';
    return { kind, name, ms, answer, faults };
  }

  async #preview(name: string, bytes: Uint8Array) {
    const folder = path.join(this.#desk.folder, `file ${++this.#count}`);
    fs.mkdirSync(folder);
    const file = path.join(folder, name);
    fs.writeFileSync(file, bytes);
    try {
      return { review: await previewReturns(this.#desk, [file]), refusal: null };
    } catch (error) {
      const { code, message } = fromWireError(error);
      return { review: null, refusal: { code, message } };
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  }

  /** What is chosen beforehand in a broken file must be chosen in the sound one too. */
  async #misread(review: ReturnReview, sound: SoundFile): Promise<readonly string[]> {
    let known = this.#sound.get(sound);
    if (known === undefined) {
      const { review: whole } = await this.#preview(sound.name, sound.bytes);
      known = chosenIn(whole);
      this.#sound.set(sound, known);
    }
    const wrong = [...chosenIn(review)].filter((item) => !known.has(item));
    return wrong.length === 0 ? [] : [`misread ${wrong.length}: ${wrong[0]}`];
  }

  #hashOfData(): string {
    return createHash('sha256').update(fs.readFileSync(this.#desk.dataFile)).digest('hex');
  }
}

function chosenIn(review: ReturnReview | null): ReadonlySet<string> {
  const items = review?.files.flatMap((file) => file.items) ?? [];
  return new Set(items.filter(({ chosen }) => chosen).map(({ key, theirs }) => `${key}=${theirs}`));
}

function faultsOfRefusal({ code, message }: { readonly code: string; readonly message: string }): readonly string[] {
  return [
    ...(code === 'INTERNAL' ? [`crash: ${message}`] : []),
    ...(CHINESE.test(message) ? [] : [`no Chinese sentence: ${message}`]),
  ];
}
