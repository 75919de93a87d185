import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './project.mjs';

const CRASHED = { passed: 0, failed: 1, skipped: 0 };

function readCounts(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const brokenFiles = report.testResults.filter(
    (result) =>
      result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Runs Vitest projects and counts their tests. A run that ends badly without a failed test, or without any test at
 * all, counts as one failure.
 */
export function runVitest(projects, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-tests-'));
  const file = join(folder, 'report.json');
  const args = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const succeeded = runTool('vitest/vitest.mjs', ['run', ...args, ...reporters], { env });
  try {
    const counts = readCounts(file);
    const failedSilently = counts.failed === 0 && (!succeeded || counts.passed + counts.skipped === 0);
    return failedSilently ? { ...counts, failed: 1 } : counts;
  } catch {
    return CRASHED;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
