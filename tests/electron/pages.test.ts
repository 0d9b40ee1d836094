import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentPolicy } from '#electron/main/pages/content-policy.ts';
import { pageFile } from '#electron/main/pages/page-file.ts';
import { pageResponse } from '#electron/main/pages/page-response.ts';

const PAGE = '<meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>';
let root: string;
let pages: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'pages-'));
  pages = path.join(root, 'renderer');
  mkdirSync(path.join(pages, 'assets'), { recursive: true });
  writeFileSync(path.join(pages, 'index.html'), PAGE);
  writeFileSync(path.join(pages, 'assets', 'main-1.js'), 'const nonce = "__CSP_NONCE__";');
  writeFileSync(path.join(root, 'secret.json'), '{}');
  mkdirSync(path.join(root, 'renderer-2'));
  writeFileSync(path.join(root, 'renderer-2', 'secret.json'), '{}');
});
afterAll(() => rmSync(root, { recursive: true }));

test('the page and its scripts are served with their kind', async () => {
  const script = await pageResponse('app://zeren/assets/main-1.js?v=2#top', pages);
  expect(script.status).toBe(200);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await script.text()).toContain('__CSP_NONCE__');
  expect((await pageResponse('app://zeren/', pages)).headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('every page load has a nonce of its own, in the header and in the page alike', async () => {
  const nonces = new Set<string>();
  for (let load = 0; load < 3; load += 1) {
    const response = await pageResponse('app://zeren/index.html', pages);
    const html = await response.text();
    const nonce = /property="csp-nonce" nonce="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(html).toContain(`<style nonce="${nonce}">`);
    expect(response.headers.get('content-security-policy')).toBe(contentPolicy(nonce));
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('the content policy forbids everything that is not named, and names no network', () => {
  const policy = contentPolicy('abc').split('; ');
  expect(policy).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-abc'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test.each([
  'app://zeren/../secret.json',
  'app://zeren/%2e%2e/secret.json',
  'app://zeren/..%2fsecret.json',
  'app://zeren/assets/..%2f..%2fsecret.json',
  'app://zeren/..%2frenderer-2%2fsecret.json',
  'app://zeren/..%5csecret.json',
  'app://zeren//etc/passwd.json',
  'app://zeren/C:/Windows/win.json',
  'app://zeren/index.html%00.json',
  'app://zeren/%E0%A4%A.json',
  'app://zeren/assets',
  'app://zeren/missing.js',
  'app://zeren/notes.exe',
  'app://other/index.html',
  'app://zeren:81/index.html',
  'file:///etc/passwd.txt',
  'not an address',
])('%s is answered with 404 and nothing else', async (url) => {
  const response = await pageResponse(url, pages);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('');
});

test('whatever an address decodes to, its file lies below the pages', () => {
  for (const name of ['....//secret.json', '%252e%252e/secret.json', './/../secret.json', 'a/%2e./%2e./secret.json']) {
    const found = pageFile(`app://zeren/${name}`, pages);
    if (found !== undefined) expect(found.file.startsWith(pages + path.sep)).toBe(true);
  }
});
