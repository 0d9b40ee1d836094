const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;
/** How far into a page its head says in which encoding it is. */
const HEAD_BYTES = 4_096;

/** The text of a page: by its mark, by what its head says, else UTF-8 or, failing that, GB18030. */
export function decodeHtml(bytes: Uint8Array, said?: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD_BYTES, bytes.byteLength)).toString('latin1');
  const named = (said ?? META_CHARSET.exec(head)?.[1] ?? '').toLowerCase();
  const wanted = /^(?:gb|x-gbk|cp936)/.test(named) ? 'gb18030' : 'utf-8';
  return decodeAs(wanted, bytes) ?? decodeAs('gb18030', bytes) ?? new TextDecoder('utf-8').decode(bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // A fatal decoder says "not this encoding" with a TypeError.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Parts of an archive that are looked at. */
const PARTS_MAX = 500;

type Part = { readonly headers: string; readonly body: string };

/** The pages in a web archive (.mht, RFC 2557): the parts of type text/html, in their order. */
export function pagesOfArchive(bytes: Uint8Array): readonly string[] {
  // Bytes as characters, one each: only the bodies know their encodings.
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const whole = partOf(archive);
  const boundary = headerOf(whole.headers, 'content-type', 'boundary');
  const parts = boundary === undefined ? [whole] : whole.body.split(`--${boundary}`, PARTS_MAX).map(partOf);
  return parts
    .filter(({ headers }) => /^content-type:\s*text\/html/im.test(headers))
    .map(({ headers, body }) => decodeHtml(bodyBytes(headers, body), headerOf(headers, 'content-type', 'charset')));
}

function partOf(text: string): Part {
  const start = text.replace(/^(?:\r?\n)+/, '');
  const end = /\r?\n\r?\n/.exec(start);
  if (end === null) return { headers: '', body: start };
  // A header that goes on begins its next line with a blank.
  const headers = start.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  return { headers, body: start.slice(end.index + end[0].length) };
}

function headerOf(headers: string, name: string, parameter: string): string | undefined {
  const line = headers.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(`${name}:`)) ?? '';
  return new RegExp(`${parameter}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(line)?.slice(1).find(Boolean);
}

function bodyBytes(headers: string, body: string): Buffer {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
