import { describe, expect, it } from 'vitest';
import { BuildProblem } from '#build/runtime/build-problem.ts';
import { chooseRuntime, type RuntimeSteps } from '#build/runtime/electron-runtime.ts';

/** A machine that answers as told and remembers what was asked of it. */
function aMachine(answers: Partial<Record<'present' | 'linked' | 'downloads' | 'hasFallback', boolean>>) {
  const done: string[] = [];
  const steps: RuntimeSteps = {
    isOfficialPresent: () => answers.present ?? false,
    isFallbackLinked: () => answers.linked ?? false,
    downloadOfficial: async () => {
      done.push('download');
      return answers.downloads ?? false;
    },
    hasFallback: answers.hasFallback ?? true,
    linkFallback: async () => {
      done.push('link');
    },
    say: () => done.push('say'),
  };
  return { steps, done };
}

describe('which Electron runs here', () => {
  it('the official one stays when it is there, without asking the network', async () => {
    const { steps, done } = aMachine({ present: true, linked: true });
    expect(await chooseRuntime(steps)).toBe('official');
    expect(done).toEqual([]);
  });

  it('a linked fallback stays until the next npm ci, so that later commands do not wait for the network', async () => {
    const { steps, done } = aMachine({ linked: true });
    expect(await chooseRuntime(steps)).toBe('fallback');
    expect(done).toEqual([]);
  });

  it('a download that works is used, and the fallback is never touched', async () => {
    const { steps, done } = aMachine({ downloads: true });
    expect(await chooseRuntime(steps)).toBe('official');
    expect(done).toEqual(['download']);
  });

  it('only after a failed download comes the fallback, and it is announced', async () => {
    const { steps, done } = aMachine({});
    expect(await chooseRuntime(steps)).toBe('fallback');
    expect(done).toEqual(['download', 'say', 'link']);
  });

  it('a platform without fallback is told about the network and the mirror', async () => {
    const { steps, done } = aMachine({ hasFallback: false });
    const failure = chooseRuntime(steps);
    await expect(failure).rejects.toBeInstanceOf(BuildProblem);
    await expect(failure).rejects.toThrow(/请联网后重试.*ELECTRON_MIRROR/);
    expect(done).toEqual(['download']);
  });
});
