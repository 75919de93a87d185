import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool } from './project.mjs';

/** npm writes this file last, so its age is that of the installation. */
const INSTALLED_LOCK = join(ROOT, 'node_modules', '.package-lock.json');
const LOCK = join(ROOT, 'package-lock.json');
const [MAJOR_WANTED, MINOR_WANTED] = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > MAJOR_WANTED || (major === MAJOR_WANTED && minor >= MINOR_WANTED)) return;
  throw new Error(`Gleaner needs Node ${MAJOR_WANTED}.${MINOR_WANTED} or newer; this is ${process.version}.`);
}

const isInstalled = () =>
  existsSync(INSTALLED_LOCK) && statSync(INSTALLED_LOCK).mtimeMs >= statSync(LOCK).mtimeMs;

function installDependencies() {
  console.log('Installing dependencies with npm ci.');
  const options = { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' };
  if (spawnSync('npm', ['ci', '--no-audit', '--no-fund'], options).status === 0) return;
  throw new Error('npm ci failed; its message is above.');
}

/** Installs what is missing and writes the types that WXT makes from the entrypoints. */
export function prepareProject() {
  checkNode();
  if (!isInstalled()) installDependencies();
  if (!runTool('wxt/bin/wxt.mjs', ['prepare'], { quiet: true })) throw new Error('wxt prepare failed.');
}
