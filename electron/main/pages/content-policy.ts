/** What stands in index.html where the nonce of the page load goes. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * SECURITY: the page runs its own scripts and nothing else, talks to no network, and can neither be framed nor
 * frame. Style elements need the nonce because the grid makes them at run time.
 *
 * @param nonce fresh for every page load
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** @returns the page with the nonce in every place that waits for it */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, nonce);
}
