/** The part of word-extractor that is used here; the package brings no types. */
declare module 'word-extractor' {
  type Body = { getBody(options?: { readonly filterUnicode?: boolean }): string };
  class WordExtractor {
    extract(source: Buffer | string): Promise<Body>;
  }
  export = WordExtractor;
}
