import path from 'node:path';
import { PAGE_HOST, PAGE_SCHEME } from '../../page-address.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export type PageFile = { readonly file: string; readonly contentType: string };

/**
 * The file behind an address of the page.
 *
 * SECURITY: only files below the pages' folder and of a kind a page is made of. `..`, encoded or not, drive
 * letters, backslashes and NUL all end in a refusal.
 *
 * @param url as the page asked for it
 * @param folder of the built pages
 * @returns `undefined`: refused
 */
export function pageFile(url: string, folder: string): PageFile | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== `${PAGE_SCHEME}:` || parsed.host !== PAGE_HOST) return undefined;
  const name = decode(parsed.pathname);
  if (name === undefined || /[\\:\0]/.test(name)) return undefined;
  const file = path.join(folder, name === '/' ? 'index.html' : name);
  const relative = path.relative(folder, file);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
  const contentType = CONTENT_TYPES[path.extname(file).toLowerCase()];
  return contentType === undefined ? undefined : { file, contentType };
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A stray percent sign: no file of ours has such a name.
    return undefined;
  }
}
