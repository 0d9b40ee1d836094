/** One measurement in a process of its own: node tests/bench/excel/run-one.ts <work> <rows> <folder>. */
import { tellMeasured } from './measured.ts';
import { isWorkName, type Work } from './work.ts';

const [name = '', rows = '', folder = ''] = process.argv.slice(2);
if (!isWorkName(name)) throw new Error(`no work ${name}`);
const { work }: { readonly work: Work } = await import(`./works/${name}.ts`);
await tellMeasured(work, Number(rows), folder);
