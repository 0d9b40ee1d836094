import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { addAgencies, removeAgency, reorderAgencies, updateAgency } from '#db/commands/agency.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { mergeAgenciesOn } from '#db/commands/merge-agencies-on.commands.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { describeAgency } from '#shared/domain/describe-agency.ts';
import { pinyinInitials } from '../plan/pinyin-keys.ts';
import { reportStep } from '../step-report.ts';
import { previewMerge } from './preview-merge.ts';
import { similarAgencies } from './similar-agencies.ts';

export const agencyHandlers = {
  add: os.agency.add.handler(async ({ context, input }) => {
    const agencies = await Promise.all(
      input.agencies.map(async ({ name, shortName, kind, aliases = [], formerNames = [], members = [] }) => {
        const described = describeAgency(name);
        const pinyin = await pinyinInitials(name);
        const names = { shortName: shortName ?? described.shortName, aliases, formerNames };
        return { name, kind: kind ?? described.kind, pinyin, members, ...names };
      }),
    );
    return reportStep(context.db, addAgencies(context.db, agencies, made(context, 'typed')));
  }),
  update: os.agency.update.handler(async ({ context, input: { agencyId, patch } }) => {
    const pinyin = patch.name === undefined ? {} : { pinyin: await pinyinInitials(patch.name) };
    const step = updateAgency(context.db, agencyId, { ...patch, ...pinyin }, made(context, 'typed'));
    return reportStep(context.db, step);
  }),
  reorder: os.agency.reorder.handler(({ context, input }) =>
    reportStep(context.db, reorderAgencies(context.db, input.agencyIds, made(context, 'typed'))),
  ),
  similar: os.agency.similar.handler(({ context }) => similarAgencies(listAgencies(context.db))),
  previewMerge: os.agency.previewMerge.handler(({ context, input }) => previewMerge(context.db, input)),
  merge: os.agency.merge.handler(({ context, input: { from, into, on } }) => {
    const how = made(context, 'typed');
    const { db } = context;
    return reportStep(
      db,
      on === undefined ? mergeAgencies(db, from, into, how) : mergeAgenciesOn(db, from, into, on, how),
    );
  }),
  remove: os.agency.remove.handler(({ context, input }) =>
    reportStep(context.db, removeAgency(context.db, input.agencyId, made(context, 'typed'))),
  ),
};
