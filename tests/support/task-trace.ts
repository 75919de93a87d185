import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * Processor time of the tasks on the main threads of web pages while something happens, longest first, in milliseconds.
 * The page's own list of long tasks leaves out what extensions do in it; and waiting for a busy machine is no work.
 */
export async function traceTasks(page: Page, happen: () => Promise<unknown>): Promise<number[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The browser is gone');
  await browser.startTracing(page, { categories: ['toplevel'] });
  await happen();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const named = (event: string, name: string) =>
    trace.traceEvents.filter((entry) => entry.ph === 'M' && entry.name === event && entry.args.name === name);
  const pages = new Set(named('process_name', 'Renderer').map(({ pid }) => pid));
  const threads = named('thread_name', 'CrRendererMain').filter(({ pid }) => pages.has(pid));
  const mainThreads = new Set(threads.map(({ pid, tid }) => `${pid}:${tid}`));
  return trace.traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && mainThreads.has(`${pid}:${tid}`))
    .map(({ tdur = 0 }) => tdur / 1_000)
    .sort((a, b) => b - a);
}
