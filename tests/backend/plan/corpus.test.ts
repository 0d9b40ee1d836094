import { describe, expect, test } from 'vitest';
import { readPhrase } from '#backend/plan/read-phrase.ts';
import { readPlan } from '#backend/plan/read-plan.ts';
import {
  byRole,
  CORPUS_ABSENT,
  corpusIsPresent,
  readDocuments,
  readLookAlikes,
  readPhrases,
  sameRoles,
} from './corpus.ts';

describe.skipIf(!corpusIsPresent)(`the open corpus (${corpusIsPresent ? '在' : CORPUS_ABSENT})`, () => {
  const sure = corpusIsPresent ? readPhrases().filter((entry) => !entry.unsure) : [];

  test('every phrase with a certain annotation is read exactly so', () => {
    const wrong = sure.filter(({ phrase, expected }) => {
      const reading = readPhrase(phrase);
      return !sameRoles(reading.roles, expected) || reading.scope !== expected.scope;
    });
    expect(wrong.map(({ phrase }) => [phrase, byRole(readPhrase(phrase).roles)])).toEqual([]);
    expect(sure.length).toBeGreaterThan(100);
  });

  test('no look-alike bracket is taken, alone or in its sentence', () => {
    for (const { bracket, context } of readLookAlikes()) {
      for (const before of ['推进有关工作。', context, '']) {
        const text = `一、任务\n（一）${before}${bracket}\n（二）落实。（县教育局）\n（三）检查。（县公安局）\n`;
        const task = readPlan(text).tasks[0];
        expect(task?.content, bracket).toContain(bracket);
        expect(task?.responsibilities, bracket).toEqual([]);
      }
    }
  });

  test('a document is read the same with other line endings and half-width brackets', () => {
    for (const [name, text] of readDocuments()) {
      const plain = readPlan(text);
      const windows = readPlan(text.replaceAll('\n', '\r\n'));
      expect(
        windows.tasks.map((task) => task.content),
        name,
      ).toEqual(plain.tasks.map((task) => task.content));
      const half = readPlan(text.replaceAll('（', '(').replaceAll('）', ')'));
      expect(
        half.tasks.map((task) => task.responsibilities.map((item) => item.roles.length)),
        name,
      ).toEqual(plain.tasks.map((task) => task.responsibilities.map((item) => item.roles.length)));
    }
  });
});
