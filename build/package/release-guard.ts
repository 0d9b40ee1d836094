// Keeps test packages from becoming releases: an installer made with the fallback runtime would put an Electron
// without security updates on a clerk's machine.
import type { RuntimeKind } from '../runtime/electron-runtime.ts';

/** Set to "1" to pack the fallback into an installer on purpose, to test the installer itself. */
export const TEST_PACKAGE_VARIABLE = 'MATRIX_TEST_PACKAGE';
/** An unpacked folder stays on the machine that made it. */
const LOCAL_TARGETS: readonly string[] = ['dir'];

/**
 * Why these targets may not be packed, or undefined when they may.
 * @param targets electron-builder's target names, for example "nsis" or "dir"
 */
export function packagingRefusal(
  kind: RuntimeKind,
  targets: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (kind === 'official' || env[TEST_PACKAGE_VARIABLE] === '1') return undefined;
  const releases = targets.filter((target) => !LOCAL_TARGETS.includes(target));
  if (releases.length === 0) return undefined;
  return (
    `当前是仅供测试的 Electron,不能制作发布包(${releases.join('、')});请联网执行 npm ci && node build/prepare.mjs 后重试。\n` +
    `This is the fallback Electron, for tests only; it is never packed for release (${releases.join(', ')}). ` +
    `Run npm ci && node build/prepare.mjs with a network, or set ${TEST_PACKAGE_VARIABLE}=1 for a package that stays here.`
  );
}
