import { requireBrowser } from './browser-finder.mjs';
import { prepareProject } from './install.mjs';
import { buildExtension, runScript, runTool } from './project.mjs';
import { runVitest } from './vitest-step.mjs';

const MS_PER_SECOND = 1000;

/** A check without tests of its own counts as one test. */
const asOneTest = (succeeded) => ({ passed: Number(succeeded), failed: Number(!succeeded), skipped: 0 });

const tool =
  (script, ...args) =>
  () =>
    asOneTest(runTool(script, args));

const endToEnd = (project) => () => {
  const { path } = requireBrowser();
  return runVitest([project], { CHROME_PATH: path });
};

const STEPS = {
  types: tool('typescript/bin/tsc', '--noEmit'),
  lint: tool('@biomejs/biome/bin/biome', 'check', '.'),
  'unused code': tool('knip/bin/knip.js'),
  'unit, wiring and component tests': () => runVitest(['unit', 'wiring', 'component']),
  build: () => {
    buildExtension();
    return asOneTest(true);
  },
  'end-to-end tests': endToEnd('e2e'),
  'end-to-end tests of timing': endToEnd('e2e-timed'),
};

const SELECTIONS = {
  all: Object.keys(STEPS),
  unit: ['unit, wiring and component tests'],
  e2e: ['build', 'end-to-end tests', 'end-to-end tests of timing'],
};

function runStep(name) {
  const startedAt = performance.now();
  console.log(`\n── ${name}`);
  let counts = asOneTest(false);
  try {
    counts = STEPS[name]();
  } catch (error) {
    console.error(error.message);
  }
  const seconds = ((performance.now() - startedAt) / MS_PER_SECOND).toFixed(1);
  console.log(`── ${name}: ${counts.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return counts;
}

await runScript(() => {
  const selection = SELECTIONS[process.argv[2] ?? 'all'];
  if (selection === undefined) throw new Error('Usage: npm test, npm run test:unit or npm run test:e2e');
  prepareProject();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of selection) {
    const counts = runStep(name);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  if (total.failed > 0) process.exitCode = 1;
});
