import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBundledNode, isNodeNewEnough, nodeTooOldMessage } from '#build/runtime/command.ts';
import { PROJECT_ROOT } from '#build/runtime/places.ts';

describe('the door of the development commands', () => {
  it.each([
    ['20.20.2', false],
    ['22.14.0', false],
    ['22.18.0', true],
    ['24.21.0', true],
    ['25.0.0', true],
  ])('Node %s is new enough: %s', (version, expected) => {
    expect(isNodeNewEnough(version)).toBe(expected);
  });

  it('tells a person with an old Node, in both languages, what is there and what is needed', () => {
    expect(nodeTooOldMessage('20.20.2')).toBe(
      '本机的 Node 是 20.20.2,开发命令需要 22.18 或更新的版本；请安装后重试，数据没有改动。\n' +
        'This machine has Node 20.20.2; the development commands need 22.18 or newer. Install it and try again.',
    );
  });

  it('finds a Node that npm ci put beside the project, and none in a folder without one', () => {
    const bundled = findBundledNode(PROJECT_ROOT);
    expect(bundled === undefined || existsSync(bundled)).toBe(true);
    expect(findBundledNode(import.meta.dirname)).toBeUndefined();
  });

  it('runs the tests themselves under a Node that is new enough', () => {
    expect(isNodeNewEnough(process.versions.node)).toBe(true);
  });
});
