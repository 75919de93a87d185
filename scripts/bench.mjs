import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareProject } from './install.mjs';
import { buildExtension, ROOT, runScript } from './project.mjs';

const FOLDER = join('tests', 'bench');
const SUFFIX = '.bench.ts';
const USAGE = 'Usage: npm run bench -- NAME [--data FILE] [--limit N] [--k K] [--worst N] [--json FILE]';

const benchmarks = () =>
  readdirSync(join(ROOT, FOLDER))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(
      ['data', 'limit', 'k', 'worst', 'json'].map((name) => [name, { type: 'string' }]),
    ),
  });
  const options = { ...(values.data && { data: values.data }) };
  for (const name of ['limit', 'k', 'worst']) {
    if (values[name] === undefined) continue;
    options[name] = Number.parseInt(values[name], 10);
    if (!(options[name] > 0)) throw new Error(`--${name} takes a positive number. ${USAGE}`);
  }
  return { name: positionals[0], options, json: values.json };
}

const figure = (value) => (value === undefined ? '' : Number(value.toPrecision(4)).toLocaleString('en'));

function printTable({ baseline, rows, notes = [] }) {
  const lines = rows.map((row) => [
    row.metric,
    `${figure(row.value)} ${row.unit}`,
    row.baseline === undefined ? '' : `${figure(row.baseline)} ${row.unit}`,
    row.target === undefined ? '' : `${row.target}: ${row.met ? 'kept' : 'MISSED'}`,
  ]);
  const table = [['metric', 'value', `baseline (${baseline})`, 'target'], ...lines];
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
  for (const line of table)
    console.log(
      line
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    );
  for (const note of notes) console.log(`- ${note}`);
}

async function runBenchmark({ name, options, json }) {
  const { importTypeScript } = await import('./run-typescript.mjs');
  const { run } = await importTypeScript(join(FOLDER, `${name}${SUFFIX}`));
  const result = await run(options);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ name, ...result }, null, 2)}\n`);
  if (result.skipped !== undefined) {
    console.log(`${name} skipped: ${result.skipped}`);
    return;
  }
  printTable(result);
  if (result.rows.some((row) => row.met === false)) process.exitCode = 1;
}

await runScript(async () => {
  const request = readArguments();
  const known = benchmarks();
  if (request.name === undefined) {
    console.log(`${USAGE}\nBenchmarks: ${known.join(', ')}`);
    return;
  }
  if (!known.includes(request.name)) {
    throw new Error(`There is no benchmark ${request.name}. There are: ${known.join(', ')}.`);
  }
  prepareProject();
  buildExtension();
  await runBenchmark(request);
});
