/** What must be kept of a document until its plan is created: where it came from and what it says. */
export type ReviewedDocument = {
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
};
