import { made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { removeLayout, saveLayout } from '#db/commands/layout.commands.ts';
import { listOwnLayouts } from '#db/queries/layout.queries.ts';
import { assertFieldsKnown } from '#shared/domain/layout-fields.ts';
import { ownLayoutId, ownLayoutKey } from '#shared/domain/layout-views.ts';
import { AppError } from '#shared/errors.ts';
import { reportStep } from '../step-report.ts';
import { readLayoutFile, writeLayoutFile } from './layout-file.ts';
import { findLayout, listLayouts } from './list-layouts.ts';

export const layoutHandlers = {
  list: os.layout.list.handler(({ context }) => listLayouts(context.db)),
  get: os.layout.get.handler(({ context, input }) => findLayout(context.db, input.layout)),
  save: os.layout.save.handler(({ context, input: { def, key } }) => {
    assertFieldsKnown(def);
    const id = key === undefined ? undefined : ownIdOf(key);
    const report = reportStep(context.db, saveLayout(context.db, def, id, made(context, 'typed')));
    const saved = listOwnLayouts(context.db).find(({ def: { name } }) => name === def.name);
    return { ...report, key: key ?? ownLayoutKey(saved?.id ?? 0) };
  }),
  remove: os.layout.remove.handler(({ context, input: { key } }) =>
    reportStep(context.db, removeLayout(context.db, ownIdOf(key), made(context, 'typed'))),
  ),
  writeFile: os.layout.writeFile.handler(({ context, input: { def, file } }) =>
    writeLayoutFile(context, def, pathOf(context, file, 'export')),
  ),
  readFile: os.layout.readFile.handler(({ context, input }) =>
    readLayoutFile(context, pathOf(context, input.file, 'read')),
  ),
};

/** The built-in ones can be copied, not changed. @throws AppError LAYOUT_BUILT_IN */
function ownIdOf(key: string): number {
  const id = ownLayoutId(key);
  if (id === undefined) throw new AppError('LAYOUT_BUILT_IN', { name: key });
  return id;
}
