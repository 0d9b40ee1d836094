// Commands about an office's own layouts, made up for the run of random commands.
import { LATE } from '#backend/excel/layouts/built-in/late.ts';
import { LEDGER } from '#backend/excel/layouts/built-in/ledger.ts';
import { removeLayout, saveLayout } from '#db/commands/layout.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { listOwnLayouts } from '#db/queries/layout.queries.ts';
import { MADE, nth } from '#tests/helpers/a-plan.ts';
import type { Command, Pick } from './at-random.ts';

const NAMES = ['月度台账', '督查专用表', '逾期通报', '进展情况台账'];
const aLayout = (pick: Pick) => ({ ...nth([LEDGER, LATE], pick(2)), name: nth(NAMES, pick(4)) });

/** An own layout; where there is none, one is kept first. */
function anOwnId(db: WritableDb, pick: Pick): number {
  if (listOwnLayouts(db).length === 0) saveLayout(db, { ...aLayout(pick), name: nth(NAMES, pick(3)) }, undefined, MADE);
  const own = listOwnLayouts(db);
  return nth(own, pick(own.length)).id;
}

export const LAYOUT_COMMANDS: Readonly<Record<string, Command>> = {
  saveLayout: ({ db }, pick) => saveLayout(db, aLayout(pick), pick(2) === 0 ? undefined : anOwnId(db, pick), MADE),
  removeLayout: ({ db }, pick) => removeLayout(db, anOwnId(db, pick), MADE),
};
