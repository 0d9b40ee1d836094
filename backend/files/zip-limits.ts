/**
 * Limits a foreign workbook or document must keep, before anything is parsed (pitfall 39: 146 KB took 590 MB). A
 * filled-in form unpacks to less than 1 MB. Raising a limit lets larger files in; what a parser takes as memory, 25
 * times the size of the XML and more, must stay below what the intake's thread may have (INTAKE_LIMITS).
 */
export const ZIP_LIMITS = {
  /** The file itself. Photos pasted into a return are the usual reason for size. */
  fileBytes: 40 * 1024 * 1024,
  /** Entries of a document. */
  entries: 2_000,
  /** Entries of a workbook, of which a handful is unpacked. Tables copied from web pages bring thousands of pictures. */
  parts: 10_000,
  /** All entries that are unpacked and read together: of a document all but pictures. */
  xmlBytes: 12 * 1024 * 1024,
  /** All entries of a document together, pictures included. */
  totalBytes: 120 * 1024 * 1024,
} as const;
