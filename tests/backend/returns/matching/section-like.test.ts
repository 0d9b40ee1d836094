import { expect, test } from 'vitest';
import { sectionLike } from '#backend/returns/matching/section-like.ts';

const sections = ['一、强化源头治理', '二、落实“四个最严”要求', '三、推进社会共治', '四、推进社会共治示范'].map(
  (title) => ({ title }),
);

test.each([
  ['强化源头治理', '一、强化源头治理'],
  ['（一）强化 源头治理：', '一、强化源头治理'],
  ['第二章 落实"四个最严"要求', '二、落实“四个最严”要求'],
  ['源头治理', '一、强化源头治理'],
  ['推进社会共治', '三、推进社会共治'],
  ['社会共治', undefined],
  ['治理', undefined],
  ['一、', undefined],
  ['', undefined],
])('a row under %j belongs to the section %j', (heading, title) => {
  expect(sectionLike(heading, sections)?.title).toBe(title);
});
