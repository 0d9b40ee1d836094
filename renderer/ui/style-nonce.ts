/** The nonce that styles made at run time need; the shell puts it into the page when it serves it. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
