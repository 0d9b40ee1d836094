import fs from 'node:fs';
import { timed } from '../stats.ts';
import type { Work } from './work.ts';

/** Measures a work in this process and prints what it took, as one line of JSON. */
export async function tellMeasured(work: Work, rows: number, folder: string): Promise<void> {
  const measured = await work(rows, folder);
  const before = process.cpuUsage();
  const ms = await timed(measured);
  const { user, system } = process.cpuUsage(before);
  // The processor's time tells ours from others' on a busy machine; of LibreOffice, another process, there is none.
  console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1_000, megabytes: peakMegabytes() }));
}

/** The most it held; what the system says of a child's most by itself begins with its parent's. */
function peakMegabytes(): number {
  const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /VmHWM:\s+(\d+)/u.exec(status)?.[1];
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1_024;
}
