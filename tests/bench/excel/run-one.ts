/** One measurement in a process of its own: node tests/bench/excel/run-one.ts <work> <rows> <folder>. */
import { timed } from '../stats.ts';
import { WORKS, type WorkName } from './works.ts';

const [name = '', rows = '', folder = ''] = process.argv.slice(2);
if (!(name in WORKS)) throw new Error(`no work ${name}`);
const work = await WORKS[name as WorkName](Number(rows), folder);
const ms = await timed(work);
console.log(JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024 }));
