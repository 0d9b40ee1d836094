// A screen: whether this machine has one, and one without a monitor (Xvfb) for the tests.
import { spawn } from 'node:child_process';
import { BuildProblem } from './build-problem.ts';

/** The layout has to hold on the wide office screen; a test that wants 1366x768 sizes its own window. */
const TEST_SCREEN = '1920x1080x24';
const XVFB_START_LIMIT_MS = 15_000;

/** Whether a window can be opened. Windows and macOS always have a screen. */
export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  if (platform !== 'linux') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/** The sentence for `npm start` on a machine without a screen. */
export const NO_DISPLAY_MESSAGE =
  '本机没有图形界面，无法打开窗口；请在桌面环境中运行，或安装 xvfb、xauth 后执行:xvfb-run -a npm start\n' +
  'There is no display here to open a window on. Run it on a desktop, or install xvfb and xauth and run: xvfb-run -a npm start';

export type VirtualScreen = { readonly display: string; readonly stop: () => void };

/**
 * Starts Xvfb on a display number of its own choosing, so that several can run side by side.
 * @throws BuildProblem when it does not start.
 */
export async function startVirtualScreen(): Promise<VirtualScreen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', TEST_SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => void server.kill();
  const answer = server.stdio[3];
  if (answer === null || answer === undefined) throw new Error('Xvfb was started without its answer pipe');
  const number = await new Promise<string | undefined>((resolve) => {
    // It writes the chosen number and a line feed once it accepts windows.
    answer.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()));
    server.once('error', () => resolve(undefined));
    server.once('exit', () => resolve(undefined));
    setTimeout(() => resolve(undefined), XVFB_START_LIMIT_MS).unref();
  });
  if (number === undefined || number === '') {
    stop();
    throw new BuildProblem('虚拟屏幕 Xvfb 无法启动，测试没有运行。\nXvfb did not start; no test was run.');
  }
  process.once('exit', stop);
  return { display: `:${number}`, stop };
}
