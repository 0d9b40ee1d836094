import os from 'node:os';

/** The user name of the computer, under which steps go as long as nobody has said a name; empty when there is none. */
export function computerUser(): string {
  try {
    return os.userInfo().username;
  } catch {
    return '';
  }
}
