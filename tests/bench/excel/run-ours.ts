/** The program's own writing, measured as it is shipped: bench:excel bundles this entry, so that no types are stripped. */
import { tellMeasured } from './measured.ts';
import { work } from './works/ours.ts';

const [rows = '', folder = ''] = process.argv.slice(2);
await tellMeasured(work, Number(rows), folder);
