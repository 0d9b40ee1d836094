import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentPolicy, withNonce } from './content-policy.ts';
import { pageFile } from './page-file.ts';

/**
 * Answers a request of the page from the built pages, and with 404 for everything else.
 *
 * @param url as the page asked for it
 * @param folder of the built pages
 */
export async function pageResponse(url: string, folder: string): Promise<Response> {
  const found = pageFile(url, folder);
  if (found === undefined) return notFound();
  let content: Buffer<ArrayBuffer>;
  try {
    content = await readFile(found.file);
  } catch {
    // Missing, or a folder: to the page both are simply not there.
    return notFound();
  }
  if (!found.file.endsWith('.html')) return new Response(content, { headers: commonHeaders(found.contentType) });
  const nonce = randomBytes(16).toString('base64');
  return new Response(withNonce(content.toString('utf8'), nonce), {
    headers: { ...commonHeaders(found.contentType), 'content-security-policy': contentPolicy(nonce) },
  });
}

function commonHeaders(contentType: string): Record<string, string> {
  // SECURITY: a file is what its name says; a text is never run as a script.
  return { 'content-type': contentType, 'x-content-type-options': 'nosniff' };
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
