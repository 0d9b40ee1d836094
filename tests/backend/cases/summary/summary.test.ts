// The lead's summary over the real backend: drafted from the others' entries, kept, changed, adopted, taken back.
import { expect, test } from 'vitest';
import { type AgencyId, AgencyIdSchema } from '#shared/domain/ids.ts';
import { type CheckedSentence, textOfPart } from '#shared/domain/summary.ts';
import { aCell, anOffice, type Office, refusalOf } from '#tests/helpers/an-office.ts';

/** Task 5 with its lead, and what two of the others have reported. */
async function aTask(office: Office) {
  const { client } = office;
  const place = await aCell(office, 5, '县农业农村局');
  const { taskId, periodId } = place;
  const [lead, first, second] = [place, await aCell(office, 5, '县教育局'), await aCell(office, 5, '县文化和旅游局')];
  const roles = [
    { agencyId: lead.agencyId, role: 'lead' },
    { agencyId: first.agencyId, role: 'co-responsible' },
    { agencyId: second.agencyId, role: 'cooperating' },
  ] as const;
  await client.matrix.setRoles({ cells: roles.map((role) => ({ taskId, ...role })) });
  const report = (agencyId: AgencyId, narrative: string) =>
    client.progress.set({ entries: [{ taskId, periodId, agencyId, patch: { narrative } }] });
  await report(first.agencyId, '排查冷库12家。发现隐患2处。');
  await report(second.agencyId, '排查冷库12家。');
  return { client, taskId, periodId, lead, first, second, report };
}

const written = (sentences: readonly CheckedSentence[]) =>
  sentences.map(({ stale: _, ...sentence }) => ({ ...sentence, sources: [...sentence.sources] }));

test('drafted, edited, kept; a changed entry is told; adopted in one step that can be taken back', async () => {
  const office = await anOffice();
  const { client, taskId, periodId, lead, first, second, report } = await aTask(office);
  const draft = await client.summary.draft({ taskId, periodId });
  expect(draft).toMatchObject({ agencyId: lead.agencyId, agency: '县农业农村局', saved: false, adopted: false });
  const quoted = draft.sentences.filter(({ kind }) => kind === 'quoted');
  expect(quoted.map(({ text, sources }) => [text, sources.map(({ agencyId }) => agencyId)])).toEqual([
    ['排查冷库12家。', [first.agencyId, second.agencyId]],
    ['发现隐患2处。', [first.agencyId]],
  ]);
  expect(draft.silent.map(({ agencyId }) => agencyId)).not.toContain(first.agencyId);

  const sentences = written(draft.sentences).map((sentence) =>
    sentence.text === '发现隐患2处。'
      ? { ...sentence, kind: 'edited' as const, text: '发现并整改隐患2处。' }
      : sentence,
  );
  await client.summary.save({ taskId, periodId, sentences });
  await report(first.agencyId, '排查冷库12家。发现隐患3处。');
  const kept = await client.summary.draft({ taskId, periodId });
  expect(kept.saved).toBe(true);
  expect(kept.sentences.map(({ text, stale }) => [text, stale])).toContainEqual(['发现并整改隐患2处。', 'changed']);
  expect(kept.sentences.map(({ text, stale }) => [text, stale])).toContainEqual(['排查冷库12家。', null]);
  expect(kept.added.map(({ text }) => text)).toEqual(['发现隐患3处。']);
  expect((await client.summary.draft({ taskId, periodId, fresh: true })).sentences.map(({ text }) => text)).toContain(
    '发现隐患3处。',
  );

  const step = await client.summary.adopt({ taskId, periodId, sentences: written(kept.sentences) });
  expect(step.touched).toContainEqual({ taskId, agencyId: lead.agencyId, periodId });
  const entryOf = async () =>
    (await client.matrix.task({ taskId, periodId })).assignments.find(({ agencyId }) => agencyId === lead.agencyId)
      ?.progress;
  expect(await entryOf()).toMatchObject({ narrative: textOfPart(kept.sentences, 'narrative'), origin: 'summary' });
  // What the lead took over is not taken for words of its own.
  const again = await client.summary.draft({ taskId, periodId, fresh: true });
  expect(again.sentences.flatMap(({ sources }) => sources.map(({ agencyId }) => agencyId))).not.toContain(
    lead.agencyId,
  );
  await client.history.undo();
  expect(await entryOf()).toBe(null);
  expect((await client.summary.draft({ taskId, periodId })).adopted).toBe(false);
});

test('a task without a lead is put together by whom it names first, or by another of them', async () => {
  const office = await anOffice();
  const { client, taskId, periodId, lead, first } = await aTask(office);
  await client.matrix.setRoles({ cells: [{ taskId, agencyId: lead.agencyId, role: 'co-responsible' }] });
  const draft = await client.summary.draft({ taskId, periodId });
  expect(draft).toMatchObject({ hasLead: false, agencyId: lead.agencyId });
  expect(await client.summary.draft({ taskId, periodId, agencyId: first.agencyId })).toMatchObject({
    agencyId: first.agencyId,
  });
});

test('only a lead has a summary, where there is one', async () => {
  const office = await anOffice();
  const { client, taskId, periodId, first } = await aTask(office);
  const refused = async (agencyId: AgencyId) => refusalOf(client.summary.draft({ taskId, periodId, agencyId }));
  expect(await refused(first.agencyId)).toBe('SUMMARY_NO_LEAD');
  expect(await refused(AgencyIdSchema.parse(999_999))).toBe('SUMMARY_NO_LEAD');
  const sentences = [{ part: 'narrative' as const, kind: 'own' as const, text: '一句', sources: [] }];
  const save = client.summary.save({ taskId, periodId, agencyId: first.agencyId, sentences });
  expect(await refusalOf(save)).toBe('SUMMARY_NO_LEAD');
});
