import { protocol } from 'electron';
import { PAGE_SCHEME } from '../../page-address.ts';
import { pageResponse } from './page-response.ts';

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      // SECURITY: a standard, secure origin instead of file://, whose pages may read any file. No bypassCSP.
      // codeCache: compiled scripts are kept, which saves most of the script time of the second start.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** @param folder of the built pages */
export function servePages(folder: string): void {
  protocol.handle(PAGE_SCHEME, (request) => pageResponse(request.url, folder));
}
