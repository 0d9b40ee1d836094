// Chromium's sandbox on Linux needs an ordinary user who may open user namespaces. In a container there is often
// neither, and then Electron aborts on start. These commands run our own code on our own files, so they
// turn it off there and say so. The packaged program never does: nothing of this file is in it.
import { spawnSync } from 'node:child_process';

/** The environment that lets Electron start here; says a line when the sandbox has to be off. */
export function sandboxEnvironment(say: (line: string) => void): Readonly<Record<string, string>> {
  if (process.platform !== 'linux' || isSandboxPossible()) return {};
  say('本机环境不支持 Chromium 沙箱(root 或容器),本次关闭。 The Chromium sandbox is off: root or a container.');
  return { ELECTRON_DISABLE_SANDBOX: '1' };
}

function isSandboxPossible(): boolean {
  return process.getuid?.() !== 0 && spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' }).status === 0;
}
