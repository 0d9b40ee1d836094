import os from 'node:os';

/** Who works here, for the history of a cell: the user name of the computer, as Excel takes it. */
export const actor: string = userName();

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A system account without an entry in the user list: the step then names nobody.
    return '';
  }
}
