import { describe, expect, it } from 'vitest';
import { configuration } from '#build/package/configuration.ts';
import { packagingRefusal, TEST_PACKAGE_VARIABLE } from '#build/package/release-guard.ts';

describe('the packages', () => {
  it('keep the id for ever, because Windows would install another one beside the old program', () => {
    expect(configuration.appId).toBe('cn.zeren.matrix');
    expect(configuration.productName).toBe('责任矩阵');
  });

  it('install without an administrator and leave the data when the program goes', () => {
    expect(configuration.nsis).toMatchObject({ oneClick: false, perMachine: false, deleteAppDataOnUninstall: false });
  });

  it('cannot be turned into a plain Node, and run only the archive that was packed', () => {
    expect(configuration.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

describe('the fallback runtime', () => {
  it.each(['nsis', 'portable', 'deb', 'zip'])('is refused for %s, in both languages', (target) => {
    const refusal = packagingRefusal('fallback', ['dir', target], {});
    expect(refusal).toMatch(/仅供测试.*不能制作发布包/);
    expect(refusal).toContain(target);
    expect(refusal).toContain('never packed for release');
  });

  it('may become an unpacked folder, or a package that was asked for as a test', () => {
    expect(packagingRefusal('fallback', ['dir'], {})).toBeUndefined();
    expect(packagingRefusal('fallback', ['nsis'], { [TEST_PACKAGE_VARIABLE]: '1' })).toBeUndefined();
    expect(packagingRefusal('fallback', ['nsis'], { [TEST_PACKAGE_VARIABLE]: '0' })).toBeDefined();
  });

  it('is no matter for the official runtime', () => {
    expect(packagingRefusal('official', ['nsis', 'portable', 'deb'], {})).toBeUndefined();
  });
});
