import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Folder of the project; every script works from here, wherever it was started. */
export const ROOT = resolve(import.meta.dirname, '..');

/**
 * Runs a command-line tool of the project (`wxt`, `tsc`, …) with the same Node, without a shell.
 * @param {string} script path below `node_modules`, such as `wxt/bin/wxt.mjs`
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} options `quiet`: output appears only after a failure
 * @returns {boolean} whether it succeeded
 */
export function runTool(script, args, { quiet = false, env = {} } = {}) {
  const stream = quiet ? 'pipe' : 'inherit';
  const result = spawnSync(process.execPath, [resolve(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', stream, stream],
    encoding: 'utf8',
  });
  const succeeded = result.status === 0;
  if (quiet && !succeeded) process.stdout.write(`${result.stdout}${result.stderr}`);
  return succeeded;
}

/** Builds the extension into `.output/chrome-mv3`. */
export function buildExtension() {
  if (!runTool('wxt/bin/wxt.mjs', ['build'], { quiet: true })) throw new Error('The build failed.');
}

/** Runs the main function of a script; an error ends it with its sentence and exit code 1. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    console.error(process.env.DEBUG ? error : error.message);
    process.exitCode = 1;
  }
}
