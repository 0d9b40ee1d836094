/**
 * How well and how fast plans are read. Run: npx node tests/bench/intake.ts
 *
 * Phrases and look-alikes: the whole open corpus. Documents: every annotated phrase that stands in the document must be
 * a responsibility of some task with the annotated roles (where an earlier bracket says 列首位的为牵头单位，下同, the first
 * co-responsible unit is expected to lead; units that 以下均需…落实 adds are not compared). Time: a document of 200 pages made of the embedded plan.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPhrase } from '#backend/plan/read-phrase.ts';
import { readPlan } from '#backend/plan/read-plan.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import type { AnnotatedPhrase } from '#tests/backend/plan/corpus.ts';
import {
  CORPUS_ABSENT,
  corpusIsPresent,
  readDocuments,
  readLookAlikes,
  readPhrases,
  sameRoles,
  withFirstLeading,
} from '#tests/backend/plan/corpus.ts';

const PAGE_CHARACTERS = 700;
const PAGES = 200;
const RUNS = 5;

type Row = Readonly<{ what: string; good: number; of: number; detail: string }>;

function phraseRow(phrases: readonly AnnotatedPhrase[]): Row {
  const sure = phrases.filter((entry) => !entry.unsure);
  const good = sure.filter((entry) => {
    const reading = readPhrase(entry.phrase);
    return sameRoles(reading.roles, entry.expected) && reading.scope === entry.expected.scope;
  });
  return { what: 'phrases, exact (roles and scope)', good: good.length, of: sure.length, detail: '' };
}

function lookAlikeRow(): Row {
  const all = readLookAlikes();
  const taken = all.filter(
    (entry) => responsibilitiesWith(entry.bracket, '') + responsibilitiesWith(entry.bracket, entry.context) > 0,
  );
  return {
    what: 'look-alikes left alone',
    good: all.length - taken.length,
    of: all.length,
    detail: taken.map((entry) => entry.bracket).join(' '),
  };
}

function responsibilitiesWith(bracket: string, context: string): number {
  const reading = readPlan(
    `一、工作任务\n（一）${context}推进有关工作。${bracket}\n（二）落实。（责任单位：县教育局）\n`,
  );
  return reading.tasks[0]?.responsibilities.length ?? 0;
}

function documentRow(name: string, text: string, phrases: readonly AnnotatedPhrase[]): Row {
  const reading = readPlan(text);
  const mine = phrases.filter((entry) => entry.source === name && !entry.unsure);
  const missed = mine.filter((entry) => !isFound(reading, text, entry));
  return {
    what: name,
    good: mine.length - missed.length,
    of: mine.length,
    detail: `${reading.sections.length} sections, ${reading.tasks.length} tasks ${missed.map((entry) => entry.phrase).join(' ')}`,
  };
}

function isFound(reading: PlanReading, text: string, { phrase, expected }: AnnotatedPhrase): boolean {
  const ruled = reading.warnings.some((warning) => warning.code === 'RULE_APPLIED');
  return reading.tasks.some((task) =>
    task.responsibilities.some((item) => {
      const source = text.slice(item.span.start, item.span.end);
      // 以下均需各区落实 adds units to later brackets; the phrase was annotated alone.
      const written = item.roles.filter((role) => phrase.includes(role.agency));
      return (
        source.includes(phrase.replace(/^责任单位：/u, '')) &&
        (sameRoles(item.roles, expected) ||
          (ruled && (sameRoles(written, withFirstLeading(expected)) || sameRoles(written, expected))))
      );
    }),
  );
}

function timeRow(): Row {
  const seed = readFileSync(join(import.meta.dirname, '../../seeds/zezhou-2021-food-safety.txt'), 'utf8');
  const text = seed.repeat(Math.ceil((PAGE_CHARACTERS * PAGES) / seed.length));
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    readPlan(text);
    times.push(performance.now() - started);
  }
  const middle = times.toSorted((left, right) => left - right)[Math.floor(RUNS / 2)] ?? 0;
  return {
    what: `${PAGES} pages (${text.length} characters) under 1 s`,
    good: middle < 1000 ? 1 : 0,
    of: 1,
    detail: `${middle.toFixed(0)} ms, middle of ${RUNS} runs`,
  };
}

function main(): void {
  const rows: Row[] = [timeRow()];
  if (corpusIsPresent) {
    const phrases = readPhrases();
    rows.push(phraseRow(phrases), lookAlikeRow());
    for (const [name, text] of readDocuments()) rows.push(documentRow(name, text, phrases));
  } else {
    console.log(CORPUS_ABSENT);
  }
  console.table(
    rows.map(({ what, good, of, detail }) => ({
      what,
      good,
      of,
      rate: of === 0 ? '—' : `${((100 * good) / of).toFixed(1)} %`,
      detail,
    })),
  );
}

main();
