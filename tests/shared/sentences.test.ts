import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceKey, splitSentences } from '#shared/text/sentences.ts';

test.each([
  ['已完成排查。共查出3处！下步整改？', ['已完成排查。', '共查出3处！', '下步整改？']],
  ['完成率为98.5%，排名第1。', ['完成率为98.5%，排名第1。']],
  ['一是抓排查；二是抓整改。', ['一是抓排查；二是抓整改。']],
  ['要求“立即整改。”已落实', ['要求“立即整改。”', '已落实']],
  ['第一行\n第二行\r\n\n第三行。', ['第一行', '第二行', '第三行。']],
  ['还在推进……稍后再报。', ['还在推进……', '稍后再报。']],
  ['  ', []],
])('%j is split at its ends', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});

test('no sign of any text is lost or made up, blanks aside', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('排', '查', '。', '！', '”', '\n', ' ', '，', '…', 'a', '1') }),
      (text) => {
        expect(splitSentences(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      },
    ),
  );
});

test('blanks and the mark at the end do not make two sentences of one', () => {
  expect(sentenceKey('已 完成排查。')).toBe(sentenceKey('已完成排查；'));
  expect(sentenceKey('已完成排查。')).not.toBe(sentenceKey('未完成排查。'));
});
