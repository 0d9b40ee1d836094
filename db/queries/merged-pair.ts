/** A row of the vanishing agency beside the one the staying agency has in the same place. */
export type MergedPair<Row> = { readonly from: Row; readonly into: Row | undefined };
