import { addAgency, removeAgency, reorderAgencies, updateAgency } from '#db/commands/agency.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { describeAgency } from '#shared/domain/describe-agency.ts';
import { made } from '../../context.ts';
import { os } from '../../implementer.ts';
import { pinyinInitials } from '../plan/pinyin-keys.ts';
import { reportStep } from '../step-report.ts';
import { previewMerge } from './preview-merge.ts';

export const agencyHandlers = {
  add: os.agency.add.handler(async ({ context, input }) => {
    const described = describeAgency(input.name);
    const agency = {
      name: input.name,
      shortName: input.shortName ?? described.shortName,
      kind: input.kind ?? described.kind,
      pinyin: await pinyinInitials(input.name),
      aliases: input.aliases ?? [],
      formerNames: input.formerNames ?? [],
      members: input.members ?? [],
    };
    return reportStep(context.db, addAgency(context.db, agency, made(context, context.client)));
  }),
  update: os.agency.update.handler(async ({ context, input: { agencyId, patch } }) => {
    const pinyin = patch.name === undefined ? {} : { pinyin: await pinyinInitials(patch.name) };
    const step = updateAgency(context.db, agencyId, { ...patch, ...pinyin }, made(context, context.client));
    return reportStep(context.db, step);
  }),
  reorder: os.agency.reorder.handler(({ context, input }) =>
    reportStep(context.db, reorderAgencies(context.db, input.agencyIds, made(context, context.client))),
  ),
  previewMerge: os.agency.previewMerge.handler(({ context, input }) => previewMerge(context.db, input)),
  merge: os.agency.merge.handler(({ context, input: { from, into } }) =>
    reportStep(context.db, mergeAgencies(context.db, from, into, made(context, context.client))),
  ),
  remove: os.agency.remove.handler(({ context, input }) =>
    reportStep(context.db, removeAgency(context.db, input.agencyId, made(context, context.client))),
  ),
};
