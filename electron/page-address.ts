/**
 * The page's own scheme and host: a fixed origin, so that the page has none of the rights of a file. Main serves
 * it, and the preload script works on it alone.
 */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'zeren';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
/** Drawn in a hidden window, once for each print. */
export const PRINT_PAGE = `${PAGE_ORIGIN}/print.html`;
/** The doors that stand before the first data file: renderer/welcome.html. */
export const WELCOME_PATH = '/welcome.html';
export const WELCOME_PAGE = `${PAGE_ORIGIN}${WELCOME_PATH}`;
export const START_PAGE = `${PAGE_ORIGIN}/index.html`;
