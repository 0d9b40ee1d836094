import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PictureOfSheet } from '#renderer/ui/PictureOfSheet.tsx';
import { aPicture } from './a-picture.ts';

test('what stands in their sheet is shown as text and never as markup', () => {
  const picture = aPicture([['<img src=x onerror=alert(1)>', '=HYPERLINK("x")']]);
  const markup = renderToStaticMarkup(<PictureOfSheet picture={picture} />);
  expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(markup).not.toContain('<img');
});

test('hidden rows and columns are shown, and said to be hidden', () => {
  const picture = aPicture([
    ['序号', '进展'],
    ['1', '已完成'],
  ]);
  const rows = picture.rows.map((row) => ({ ...row, hidden: row.number === 2 }));
  const markup = renderToStaticMarkup(<PictureOfSheet picture={{ ...picture, rows, hiddenColumns: [2] }} />);
  expect(markup.match(/隐藏/gu)).toHaveLength(2);
  expect(markup).toContain('已完成');
});

test('the cell that is spoken of is the drawn one of its merged block, and what a column is read as stands over it', () => {
  const picture = aPicture([
    ['任务', '进展'],
    ['冷链', '已完成'],
    ['^', '推进中'],
  ]);
  const markup = renderToStaticMarkup(
    <PictureOfSheet picture={picture} lit={{ row: 3, column: 1 }} marks={new Map([[2, '进展情况']])} />,
  );
  expect(markup).toMatch(/<tr data-row="2"><th[^>]*>2<\/th><td[^>]*data-column="1"[^>]*data-lit="true"[^>]*>冷链/u);
  expect(markup).toMatch(/<th>进展情况<\/th>/u);
});
