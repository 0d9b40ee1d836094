import { expect, test } from 'vitest';
import { roleWords } from '#renderer/features/task-panel/role-words.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { AssignmentView } from '#shared/domain/matrix.ts';
import type { Role } from '#shared/domain/role.ts';

const assignment = (agencyId: number, writtenAs: string | null, role: Role): AssignmentView => ({
  agencyId: agencyId as AgencyId,
  agencyName: '',
  role,
  origin: 'parsed',
  writtenAs,
  span: null,
  progress: null,
  light: 'waiting',
  because: '',
  dueOn: '2021-10-15',
});
const shown = (line: string, ...assignments: readonly AssignmentView[]) =>
  roleWords(line, assignments).map(({ text, role }) => (role === null ? text : `[${text}]`));

test('the words of each unit are found in the bracket, the words between them stay', () => {
  const line = '县教育局牵头，县公安局配合';
  expect(shown(line, assignment(1, '县教育局', 'lead'), assignment(2, '县公安局', 'cooperating'))).toEqual([
    '[县教育局]',
    '牵头，',
    '[县公安局]',
    '配合',
  ]);
});

test('a longer name is not cut by a shorter one that it holds', () => {
  const line = '县食品安全委员会办公室、县食品安全委员会';
  const units = [assignment(1, '县食品安全委员会', 'lead'), assignment(2, '县食品安全委员会办公室', 'cooperating')];
  expect(shown(line, ...units)).toEqual(['[县食品安全委员会办公室]', '、', '[县食品安全委员会]']);
});

test('a role set by hand has no words to be marked', () => {
  expect(shown('县教育局牵头', assignment(1, null, 'lead'))).toEqual(['县教育局牵头']);
});
