/** One measurement in a process of its own: node tests/bench/excel/run-one.ts <work> <rows> <folder>. */
import fs from 'node:fs';
import v8 from 'node:v8';
import { timed } from '../stats.ts';
import { isWorkName, type Work } from './work.ts';

const [name = '', rows = '', folder = ''] = process.argv.slice(2);
if (!isWorkName(name)) throw new Error(`no work ${name}`);
// As the command line begins (backend/cli.ts), whose memory is looked at.
if (name === 'ours') v8.setFlagsFromString('--optimize-for-size');
const { work }: { readonly work: Work } = await import(`./works/${name}.ts`);
const measured = await work(Number(rows), folder);
const before = process.cpuUsage();
const ms = await timed(measured);
const { user, system } = process.cpuUsage(before);
// The processor's time tells ours from others' on a busy machine; of LibreOffice, another process, there is none.
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1_000, megabytes: peakMegabytes() }));

/** The most it held; what the system says of a child's most by itself begins with its parent's. */
function peakMegabytes(): number {
  const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /VmHWM:\s+(\d+)/u.exec(status)?.[1];
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1_024;
}
