import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runChecks, runNamedChecks } from '#db/checks/checks.ts';
import { addAgencies, removeAgency, reorderAgencies, updateAgency } from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { makeTask } from '#db/commands/make-task.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { setNotes } from '#db/commands/note.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { setScoringRule } from '#db/commands/scoring-rule.commands.ts';
import { insertTasks, moveTasks, removeTasks, renumberTasks } from '#db/commands/task.commands.ts';
import { renameSection, setTaskTexts } from '#db/commands/task-text.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { prepared } from '#db/prepared.ts';
import { listSections, listTasks } from '#db/queries/plan.queries.ts';
import { AGENCY_KINDS } from '#shared/domain/agency.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { ROLES } from '#shared/domain/role.ts';
import { DEFAULT_SCORING } from '#shared/domain/scoring-rule.ts';
import { STATUSES } from '#shared/domain/status.ts';
import { AppError } from '#shared/errors.ts';
import { AT, createTestDb, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';
import type { Command, Pick } from './at-random.ts';
import { DEADLINE_COMMANDS } from './deadlines-at-random.ts';
import { DUTY_COMMANDS } from './duties-at-random.ts';
import { ENTRY_COMMANDS } from './entries-at-random.ts';
import { LAYOUT_COMMANDS } from './layouts-at-random.ts';
import { LED_BY } from './led-by.ts';
import { LIGHT_COMMANDS } from './lights-at-random.ts';
import { PEOPLE_COMMANDS } from './people-at-random.ts';
import { PLAN_COMMANDS } from './plans-at-random.ts';
import { RETURN_COMMANDS } from './returns-at-random.ts';
import { ROUND_COMMANDS } from './round-at-random.ts';
import { SENDING_COMMANDS } from './sendings-at-random.ts';
import { SUMMARY_COMMANDS } from './summaries-at-random.ts';
import { TEMPLATE_COMMANDS } from './templates-at-random.ts';
import { exportsAsRecorded, exportsOf, formsOf, returnsAsReceived, returnsOf } from './what-stays.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;

const NAMES = ['甲局', '乙局', '丙局', '丁局'];
const aName = (pick: Pick) => nth(NAMES, pick(NAMES.length));
const aText = (pick: Pick) => nth(['', '文字', '两行\n文字', '"=1+1"'], pick(4));
const oneOf = <Item>(items: readonly Item[], pick: Pick): Item => nth(items, pick(items.length));
// When nothing is left, one that is gone: the command is then refused.
const aTask = ({ db, taskIds }: TestWorld, pick: Pick) => listTasks(db, PLAN).at(-1 - pick(5))?.id ?? nth(taskIds, 0);
function anAgency({ db, agencyIds }: TestWorld, pick: Pick): AgencyId {
  // Not listAgencies, which also counts what each of them owes.
  const rows = prepared(db, 'SELECT id FROM agency ORDER BY position, id').all() as { readonly id: AgencyId }[];
  return rows.at(-1 - pick(5))?.id ?? nth(agencyIds, 0);
}
const aNumbering = (pick: Pick) => oneOf(['keep', 'renumber'] as const, pick);

function aPlace(world: TestWorld, pick: Pick) {
  const places = [{ before: aTask(world, pick) }, { after: aTask(world, pick) }, { endOf: null }] as const;
  return oneOf([...places, { endOf: oneOf(listSections(world.db, PLAN), pick).id }], pick);
}

/** Every command a person can give, each with what it works on picked from what is there. */
const COMMANDS: Readonly<Record<string, Command>> = {
  setRole: (world, pick) => {
    const cell = { taskId: aTask(world, pick), agencyId: anAgency(world, pick), role: oneOf([...ROLES, null], pick) };
    return setRoles(world.db, [cell], made);
  },
  pasteRoles: (world, pick) => {
    const role = oneOf([...ROLES, null], pick);
    const agencyId = anAgency(world, pick);
    const cells = listTasks(world.db, PLAN).map((task) => ({ taskId: task.id, agencyId, role }));
    return setRoles(world.db, cells, { ...made, manner: 'pasted' });
  },
  setProgress: (world, pick) => {
    const patch = { status: oneOf(STATUSES, pick), narrative: aText(pick), percent: oneOf([null, 0, 50], pick) };
    const place = {
      taskId: aTask(world, pick),
      agencyId: anAgency(world, pick),
      periodId: nth(world.periodIds, pick(2)),
    };
    return setProgress(world.db, [{ ...place, patch: pick(5) === 0 ? null : patch }], made);
  },
  setNote: (world, pick) => {
    const agencyId = pick(3) === 0 ? null : anAgency(world, pick);
    return setNotes(world.db, [{ taskId: aTask(world, pick), agencyId, text: aText(pick) }], made);
  },
  insertTasks: (world, pick) => {
    const tasks = Array.from({ length: 1 + pick(3) }, () => ({ title: aText(pick), content: aText(pick) }));
    return insertTasks(world.db, PLAN, aPlace(world, pick), tasks, aNumbering(pick), made);
  },
  makeTask: (world, pick) => {
    const patch = pick(3) === 0 ? null : { narrative: aText(pick), percent: pick(101) };
    const entries = [...new Set([anAgency(world, pick), anAgency(world, pick)])].map((agencyId) => ({
      agencyId,
      patch,
    }));
    const words = { title: aText(pick), content: aText(pick), periodId: nth(world.periodIds, pick(2)) };
    const sectionId = oneOf([null, ...listSections(world.db, PLAN).map(({ id }) => id)], pick);
    return makeTask(world.db, { planId: PLAN, sectionId, ...words, entries }, made);
  },
  removeTask: (world, pick) => removeTasks(world.db, PLAN, [aTask(world, pick)], aNumbering(pick), made),
  moveTasks: (world, pick) =>
    moveTasks(world.db, PLAN, [aTask(world, pick), aTask(world, pick)], aPlace(world, pick), aNumbering(pick), made),
  renumber: (world) => renumberTasks(world.db, PLAN, made),
  setText: (world, pick) => {
    const number = pick(2) === 0 ? {} : { number: 1 + pick(8) };
    const edits = [
      { taskId: aTask(world, pick), title: aText(pick), ...number },
      { taskId: aTask(world, pick), content: aText(pick) },
    ];
    return setTaskTexts(world.db, edits, made);
  },
  renameSection: (world, pick) =>
    renameSection(world.db, oneOf(listSections(world.db, PLAN), pick).id, aName(pick), made),
  addAgencies: ({ db }, pick) => {
    const lists = { aliases: [aName(pick)], formerNames: [], members: [] };
    const kind = oneOf(AGENCY_KINDS, pick);
    return addAgencies(db, [{ name: aName(pick), shortName: '新', kind, pinyin: 'x', ...lists }], made);
  },
  updateAgency: (world, pick) => {
    const patches = [
      { name: aName(pick) },
      { aliases: [aName(pick), aName(pick)], formerNames: [aName(pick)] },
      { kind: 'group' as const, members: [anAgency(world, pick), anAgency(world, pick)] },
      { kind: oneOf(AGENCY_KINDS, pick), active: pick(2) === 0 },
    ];
    return updateAgency(world.db, anAgency(world, pick), oneOf(patches, pick), made);
  },
  reorderAgencies: (world, pick) => reorderAgencies(world.db, [anAgency(world, pick), anAgency(world, pick)], made),
  mergeAgencies: (world, pick) => mergeAgencies(world.db, anAgency(world, pick), anAgency(world, pick), made),
  removeAgency: (world, pick) => removeAgency(world.db, anAgency(world, pick), made),
  setScoringRule: (world, pick) => {
    const rule = pick(3) === 0 ? null : { ...DEFAULT_SCORING, base: pick(3) * 50 };
    return setScoringRule(world.db, PLAN, rule, made);
  },
  ...ROUND_COMMANDS,
  ...RETURN_COMMANDS,
  ...PLAN_COMMANDS,
  ...LIGHT_COMMANDS,
  ...LAYOUT_COMMANDS,
  ...DEADLINE_COMMANDS,
  ...DUTY_COMMANDS,
  ...ENTRY_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...SUMMARY_COMMANDS,
  ...TEMPLATE_COMMANDS,
  ...SENDING_COMMANDS,
  undo: ({ db }) => undoStep(db, made),
  redo: ({ db }) => redoStep(db, made),
};

/** `RANDOM_RUNS` and `RANDOM_SEED` in the environment: longer, or the very run that failed. */
const RUNS = Number(process.env['RANDOM_RUNS'] ?? 1000);
const SEED = process.env['RANDOM_SEED'];
/** Runs share a file for a while, as a clerk's days do; a very long log would only make the test slow. */
const RUNS_PER_FILE = 20;
/** Doing all again doubles the time of a run. */
const REDO_EVERY = 4;
/** What was sent stays sent, and what came has come: the one thing that undoing leaves, see {@link formsOf}. */
const FORM_TABLES = ['form', 'form_item', 'return', 'export'];
/** Commands that no run gives, each with the reason. */
const NEVER_RANDOM = new Map([['createPlan', 'it makes the file: every run begins with it']]);
/** Exported beside the commands that use them, which are in the runs. */
const PARTS_OF_COMMANDS = ['progressWrites', 'targetValueWrites', 'textWrites', 'planWriter'];

test(
  'any run of random commands, undone step by step, ends byte-equal to the start, and redone at its end',
  () => {
    const aName = fc.constantFrom(...Object.keys(COMMANDS));
    const aRun = fc.array(fc.record({ name: aName, seed: fc.nat(), isLed: fc.boolean() }), { maxLength: 14 });
    const seen = new Set<string>();
    let world = createTestDb();
    let start = snapshotDb(world.db, FORM_TABLES);
    let sent: readonly unknown[] = [];
    let runs = 0;
    fc.assert(
      fc.property(aRun, (commands) => {
        if (runs++ % RUNS_PER_FILE === 0) {
          // SQLite's own check of the whole file: unlike a broken rule of ours, what it finds no undo takes back.
          expect(runChecks(world.db)).toEqual([]);
          world.db.close();
          world = createTestDb();
          start = snapshotDb(world.db, FORM_TABLES);
          sent = [];
        }
        // After a failure (runs = 0) fast-check looks for the shortest run that fails: each try needs a file of its own.
        const { db } = world;
        try {
          for (const { name, seed } of commands.flatMap(withLead)) {
            if (!tryCommand(world, name, seed)) continue;
            seen.add(name);
            if (name.startsWith('sendForm')) sent = [...sent, ...formsOf(db).slice(sent.length)];
          }
          expect(runNamedChecks(db)).toEqual([]);
          const redone = runs % REDO_EVERY === 0;
          const end = redone ? snapshotDb(db) : '';
          const undone = undoAll(db);
          expect(snapshotDb(db, FORM_TABLES)).toBe(start);
          expect(formsOf(db)).toEqual(sent);
          expect(returnsOf(db)).toEqual(returnsAsReceived(db));
          expect(exportsOf(db)).toEqual(exportsAsRecorded(db));
          if (!redone) return;
          for (let count = 0; count < undone; count++) redoStep(db, made);
          expect(snapshotDb(db)).toBe(end);
          undoAll(db);
        } catch (error) {
          runs = 0;
          throw error;
        }
      }),
      { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) },
    );
    expect(runChecks(world.db)).toEqual([]);
    // A command that never succeeded was never tested.
    expect([...seen].toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
  },
  180 * RUNS,
);

test('every command of db/commands is among the random ones, or left out for a reason', async () => {
  const folder = new URL('../../../db/commands/', import.meta.url);
  const own = [
    'random-commands.test.ts',
    'round-at-random.ts',
    'returns-at-random.ts',
    'plans-at-random.ts',
    'deadlines-at-random.ts',
    'duties-at-random.ts',
    'entries-at-random.ts',
    'lights-at-random.ts',
    'layouts-at-random.ts',
    'people-at-random.ts',
    'summaries-at-random.ts',
    'templates-at-random.ts',
    'sendings-at-random.ts',
  ].map((name) => new URL(name, import.meta.url));
  const used = own.flatMap((file) => importedFrom('#db/commands/', fs.readFileSync(file, 'utf8')));
  const commands: string[] = [];
  for (const file of fs.readdirSync(folder)) {
    const source = fs.readFileSync(new URL(file, folder), 'utf8');
    if (source.includes('commitStep')) commands.push(...Object.keys(await import(new URL(file, folder).href)));
  }
  // Exported classes or constants would be named too, and want a thought.
  expect(commands.length).toBeGreaterThan(15);
  expect([...new Set([...used, ...NEVER_RANDOM.keys(), ...PARTS_OF_COMMANDS])].toSorted()).toEqual(commands.toSorted());
});

function withLead({ name, seed, isLed }: { readonly name: string; readonly seed: number; readonly isLed: boolean }) {
  const before = isLed ? LED_BY[name] : undefined;
  return before === undefined
    ? [{ name, seed }]
    : [
        { name: before, seed },
        { name, seed },
      ];
}

/** Names of the values that a source imports from a folder. What is imported is used: the linter sees to that. */
function importedFrom(folder: string, source: string): readonly string[] {
  const imports = [...source.matchAll(/^import \{([^}]+)\} from '([^']+)'/gmu)];
  return imports
    .filter(([, , from = '']) => from.startsWith(folder))
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => name !== '' && !name.startsWith('type '));
}

/** @returns how many steps there were */
function undoAll(db: WritableDb): number {
  for (let undone = 0; ; undone++) {
    try {
      undoStep(db, made);
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOTHING_TO_UNDO') return undone;
      throw error;
    }
  }
}

/** @returns whether it was done; a refusal is a fine outcome of a random command, anything else is a bug */
function tryCommand(world: TestWorld, name: string, seed: number): boolean {
  let rest = seed;
  const pick: Pick = (count) => {
    // A small generator of its own, so that one number decides a whole command and shrinks with it.
    rest = (Math.imul(rest, 1_103_515_245) + 12_345) >>> 0;
    return (rest >>> 8) % count;
  };
  try {
    // `null`: there was nothing to give the command to.
    return COMMANDS[name]?.(world, pick) !== null;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
