import type { ReturnFileReview } from '#shared/domain/return-review.ts';

/** Files that can only be read with a password. */
export function lockedFiles(files: readonly ReturnFileReview[]): readonly ReturnFileReview[] {
  return files.filter(({ refusal }) => refusal !== null && isLocked(refusal.code));
}

/** Those of the chosen files that a password may open: by their own name, else the packets that were opened into others. */
export function filesToUnlock<File extends { readonly fileName: string }>(
  picked: readonly File[],
  received: readonly ReturnFileReview[],
): readonly File[] {
  const locked = new Set(lockedFiles(received).map(({ fileName }) => fileName));
  const names = new Set(picked.map(({ fileName }) => fileName));
  const came = new Set(received.map(({ fileName }) => fileName));
  const isInPacket = [...locked].some((name) => !names.has(name));
  return picked.filter(({ fileName }) => locked.has(fileName) || (isInPacket && !came.has(fileName)));
}

export function isLocked(code: string): boolean {
  return code === 'WORKBOOK_ENCRYPTED' || code === 'DOCUMENT_ENCRYPTED' || code === 'WORKBOOK_PASSWORD_WRONG';
}
