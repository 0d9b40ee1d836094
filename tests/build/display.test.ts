import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasDisplay, NO_DISPLAY_MESSAGE, startVirtualScreen } from '#build/runtime/display.ts';
import { PROJECT_ROOT } from '#build/runtime/places.ts';

describe('whether a window can be opened', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['win32', {}, true],
    ['darwin', {}, true],
  ] as const)('%s with %o: %s', (platform, env, expected) => {
    expect(hasDisplay(platform, env)).toBe(expected);
  });
});

// Only Linux can be without a screen, and only there is Xvfb.
describe.runIf(process.platform === 'linux')('a Linux machine without a screen', () => {
  it.each(['prepare.mjs', 'start.mjs'])('%s says so in both languages, names xvfb-run and stops with 1', (script) => {
    const { DISPLAY: _screen, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const run = spawnSync(process.execPath, [path.join(PROJECT_ROOT, 'build', script)], { env, encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stderr.trim()).toBe(NO_DISPLAY_MESSAGE);
    expect(run.stderr).toContain('xvfb-run -a npm start');
    expect(run.stdout).toBe('');
  });

  it('gets a virtual one for the tests, and two at once do not meet', async () => {
    const [first, second] = await Promise.all([startVirtualScreen(), startVirtualScreen()]);
    try {
      expect(first.display).toMatch(/^:\d+$/);
      expect(second.display).toMatch(/^:\d+$/);
      expect(second.display).not.toBe(first.display);
    } finally {
      first.stop();
      second.stop();
    }
  });
});
