import { describe, expect, it } from 'vitest';
import { ensureSystemPackages, missingPackagesMessage, type SystemNeed } from '#build/runtime/system-packages.ts';

const unmet = (packages: SystemNeed['packages']): SystemNeed => ({ packages, isMet: () => false });

describe('what the operating system must bring', () => {
  it('nothing is installed or said when everything is there', async () => {
    const said: string[] = [];
    const met: SystemNeed = { packages: [['a-package-that-does-not-exist']], isMet: () => true };
    await ensureSystemPackages([met], (line) => said.push(line));
    expect(said).toEqual([]);
  });

  it('the missing packages are named in one command, under the name every release understands', () => {
    const needs = [unmet([['libasound2t64', 'libasound2'], ['libnss3']]), unmet([['xvfb']])];
    const command = 'sudo apt-get install --no-install-recommends libasound2 libnss3 xvfb';
    expect(missingPackagesMessage(needs)).toBe(
      `缺少系统组件，请执行后重试:${command}\nSystem packages are missing; run this and try again: ${command}`,
    );
  });
});
