// Commands about forms of a superior, made up for the run of random commands.
import { createHash } from 'node:crypto';
import { removeTemplate, renameTemplate, saveTemplate } from '#db/commands/template.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { listTemplates } from '#db/queries/template.queries.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { MADE, nth } from '#tests/helpers/a-plan.ts';
import type { Command, Pick } from './at-random.ts';

const NAMES = ['市级月报', '市级季报', '省级台账', '督查表'];

const mappingOf = (pick: Pick): TemplateMapping => ({
  sheet: 'Sheet1',
  titleCell: 'A1',
  unitCell: null,
  headRows: [2, 2 + pick(2)],
  bodyRow: 4 + pick(3),
  columns: [{ column: 'A', head: '序号', field: 'number', sure: true }],
});

function aFile(pick: Pick) {
  const content = new Uint8Array([pick(4)]);
  return { name: '表样.xlsx', sha256: createHash('sha256').update(content).digest('hex'), content };
}

/** A kept template; where there is none, one is kept first. */
function aTemplate(db: WritableDb, pick: Pick) {
  if (listTemplates(db).length === 0) {
    saveTemplate(db, { name: nth(NAMES, pick(4)), file: aFile(pick), shape: 'a', mapping: mappingOf(pick) }, MADE);
  }
  const kept = listTemplates(db);
  return nth(kept, pick(kept.length)).id;
}

export const TEMPLATE_COMMANDS: Readonly<Record<string, Command>> = {
  saveTemplate: ({ db }, pick) => {
    const before = pick(2) === 0 ? undefined : aTemplate(db, pick);
    const file = before !== undefined && pick(2) === 0 ? undefined : aFile(pick);
    const kept = {
      id: before,
      name: nth(NAMES, pick(4)),
      file,
      shape: nth(['a', 'b'], pick(2)),
      mapping: mappingOf(pick),
    };
    return saveTemplate(db, kept, MADE);
  },
  renameTemplate: ({ db }, pick) => renameTemplate(db, aTemplate(db, pick), nth(NAMES, pick(4)), MADE),
  removeTemplate: ({ db }, pick) => removeTemplate(db, aTemplate(db, pick), MADE),
};
