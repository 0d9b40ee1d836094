import fs from 'node:fs';
import { openDataFile } from '#db/open.ts';

// Opens a file of an older format and stops, for the test to kill it, when the copy made before the upgrade is written
// and has not got its name yet.
const [, , file] = process.argv;
if (file === undefined) throw new Error('which file?');
fs.linkSync = () => {
  process.stdout.write('copied\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
openDataFile(file);
