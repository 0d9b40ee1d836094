import { hasSoundChains } from '#backend/files/ole-check.ts';
import { AppError } from '#shared/errors.ts';

/** Rounds that a password is worked through. Office programs take 100,000; each million takes seconds. */
const ROUNDS_MAX = 1_000_000;
const WRONG = /password is (?:incorrect|wrong)|invalid password/i;

/**
 * The plain file in one that opens with a password: workbooks and documents of today, and .xls of all three ways
 * they were ever encrypted in.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError WORKBOOK_ENCRYPTED without a password, WORKBOOK_PASSWORD_WRONG, WORKBOOK_ENCRYPTION_UNKNOWN,
 *   WORKBOOK_DAMAGED
 */
export async function openEncrypted(
  bytes: Uint8Array,
  file: string,
  password: string | undefined,
): Promise<Uint8Array> {
  if (password === undefined || password === '') throw new AppError('WORKBOOK_ENCRYPTED', { file });
  if (!hasSoundChains(bytes)) throw new AppError('WORKBOOK_DAMAGED', { file });
  const unknown = (cause: unknown): AppError => new AppError('WORKBOOK_ENCRYPTION_UNKNOWN', { file }, { cause });
  if ((await roundsOf(bytes)) > ROUNDS_MAX) throw unknown(new Error('too many rounds'));
  const { default: crypto } = await import('officecrypto-tool');
  try {
    return await crypto.decrypt(Buffer.from(bytes), { password });
  } catch (cause) {
    // The library says it in words alone; whatever else it throws, it could not make sense of the file.
    const isWrong = cause instanceof Error && WRONG.test(cause.message);
    throw isWrong ? new AppError('WORKBOOK_PASSWORD_WRONG', { file }, { cause }) : unknown(cause);
  }
}

/** How often the password is worked through, as the file says in its description of how it is encrypted. */
async function roundsOf(bytes: Uint8Array): Promise<number> {
  const { CFB } = await import('@e965/xlsx');
  try {
    const stream = CFB.find(CFB.read(bytes, { type: 'array' }), '/EncryptionInfo');
    if (stream === null || stream === undefined) return 0;
    const words = Buffer.from(stream.content as Uint8Array).toString('latin1');
    return Math.max(0, ...[...words.matchAll(/spinCount\s*=\s*["'](\d+)["']/g)].map((match) => Number(match[1])));
  } catch (error) {
    // What the container's own library cannot open, the one for passwords says more about.
    if (error instanceof Error) return 0;
    throw error;
  }
}
