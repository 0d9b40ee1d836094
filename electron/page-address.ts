/**
 * The page's own scheme and host: a fixed origin, so that the page has none of the rights of a file. Main serves
 * it, and the preload script works on it alone.
 */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'zeren';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
/** Drawn in a hidden window, once for each print. */
export const PRINT_PAGE = `${PAGE_ORIGIN}/print.html`;
export const START_PAGE = `${PAGE_ORIGIN}/index.html`;
