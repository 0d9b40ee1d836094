// While a large file opened, the window was white and its status bar said 任务 0 项 · 单位 0 个: a clerk took the file for
// an empty one, closed it, and looked for a copy.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StatusBar } from '#renderer/app/StatusBar.tsx';

const words = (markup: string) => markup.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');

test('while a plan is being read, the status bar says so and gives no number of it', () => {
  const said = words(renderToStaticMarkup(<StatusBar tasks={undefined} lights={[]} fileName="责任矩阵.db" />));
  expect(said).toContain('正在读取…');
  expect(said).not.toMatch(/任务 \d|单位 \d|[●○△] \d/u);
});

test('a plan that has been read and has no tasks says 任务 0 项', () => {
  expect(words(renderToStaticMarkup(<StatusBar tasks={[]} lights={[]} fileName="责任矩阵.db" />))).toContain(
    '任务 0 项',
  );
});
