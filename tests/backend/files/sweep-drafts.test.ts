// What a program that was ended in the middle of writing leaves behind goes when the next one writes there.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { draftBeside, saveFile } from '#backend/files/save-file.ts';

const DAY_S = 24 * 60 * 60;

test('an old draft is removed with the first file that is written beside it; a fresh one and other files stay', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-drafts-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const at = (name: string) => path.join(folder, name);
  const now = Date.now() / 1000;
  const place = (file: string, ageS: number) => {
    fs.writeFileSync(file, 'half');
    fs.utimesSync(file, now - ageS, now - ageS);
    return path.basename(file);
  };
  place(draftBeside(at('台账.xlsx')), 2 * DAY_S);
  const fresh = place(draftBeside(at('台账.xlsx')), 60);
  const theirs = ['.~草稿.tmp', '~$台账.xlsx', '.~lock.台账.xlsx#'].map((name) => place(at(name), 9 * DAY_S));
  await saveFile(at('表样.json'), new TextEncoder().encode('{}'), 'json', undefined);
  expect(fs.readdirSync(folder).toSorted()).toEqual([...theirs, fresh, '表样.json'].toSorted());
});
