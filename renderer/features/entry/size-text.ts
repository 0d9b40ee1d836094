const KB = 1024;

/** Bytes as a clerk reads them: 820 KB, 3.4 MB. */
export function sizeText(bytes: number): string {
  if (bytes < KB) return `${bytes} 字节`;
  if (bytes < KB ** 2) return `${Math.round(bytes / KB)} KB`;
  if (bytes < KB ** 3) return `${(bytes / KB ** 2).toFixed(1)} MB`;
  return `${(bytes / KB ** 3).toFixed(1)} GB`;
}
