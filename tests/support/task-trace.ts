import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Beginning and length on the clock, in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: unknown };
}

/** Processor time of tasks on the main threads of web pages, in milliseconds, longest first. */
export interface TracedTasks {
  readonly all: readonly number[];
  /** What our scripts took of them. */
  readonly own: readonly number[];
}

/** The engine's own category would add a fifth to what it measures. */
const CATEGORIES = ['toplevel', 'devtools.timeline'];
const TASK = 'ThreadControllerImpl::RunTask';
const OWN_SCRIPT = /chrome-extension:\/\/\w+\/(scout|reader)\.js/;
const RUNS_SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile']);

/** The browser's own work on a frame or on another page, which it does with a script of ours or without. */
const BROWSER_WORK = new Set(['PrePaint', 'Paint', 'Layerize', 'Commit', 'CommitLoad', 'ParseHTML']);

/**
 * Traces the main threads of web pages while something happens. The page's own list of long tasks leaves out what
 * extensions do in it; and waiting for a busy machine is no work, so processor time is taken.
 */
export async function traceTasks(page: Page, happen: () => Promise<unknown>): Promise<TracedTasks> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The browser is gone');
  await browser.startTracing(page, { categories: CATEGORIES });
  const trace = await happen().then(
    () => browser.stopTracing(),
    (error: unknown) =>
      browser.stopTracing().then(() => {
        throw error;
      }),
  );
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = eventsOfMainThreads(traceEvents).map(measureThread);
  return {
    all: threads.flatMap(({ all }) => all).sort((a, b) => b - a),
    own: threads.flatMap(({ own }) => own).sort((a, b) => b - a),
  };
}

function eventsOfMainThreads(events: readonly TraceEvent[]): TraceEvent[][] {
  const named = (event: string, name: string) =>
    events.filter((entry) => entry.ph === 'M' && entry.name === event && entry.args.name === name);
  const pages = new Set(named('process_name', 'Renderer').map(({ pid }) => pid));
  const threads = new Map<string, TraceEvent[]>();
  for (const { pid, tid } of named('thread_name', 'CrRendererMain'))
    if (pages.has(pid)) threads.set(`${pid}:${tid}`, []);
  for (const event of events) if (event.ph === 'X') threads.get(`${event.pid}:${event.tid}`)?.push(event);
  return [...threads.values()].map((own) => own.sort((a, b) => a.ts - b.ts || lengthOf(b) - lengthOf(a)));
}

/**
 * A task in which of all scripts only ours run is ours as a whole, with the promises that they keep. In a task that
 * scripts of the page share, or in which the browser paints or changes pages, ours is the time in our functions, with the style and layout
 * that they ask for.
 */
function measureThread(events: readonly TraceEvent[]): TracedTasks {
  const [all, own]: [number[], number[]] = [[], []];
  let scripts: TraceEvent[] = [];
  let isShared = false;
  let task: TraceEvent | undefined;
  const finish = () => {
    if (task === undefined) return;
    all.push(millisecondsOf(task));
    const ours = scripts.filter(isOwn);
    if (ours.length === 0) return;
    isShared ||= ours.length < scripts.length;
    own.push(isShared ? sumOfOutermost(ours) : millisecondsOf(task));
  };
  for (const event of events) {
    if (task !== undefined && event.ts < endOf(task)) {
      if (RUNS_SCRIPT.has(event.name)) scripts.push(event);
      isShared ||= BROWSER_WORK.has(event.name);
    } else if (event.name === TASK) {
      finish();
      task = event;
      scripts = [];
      isShared = false;
    }
  }
  finish();
  return { all, own };
}

function sumOfOutermost(events: readonly TraceEvent[]): number {
  let end = 0;
  let sum = 0;
  for (const event of events) {
    if (event.ts < end) continue;
    end = endOf(event);
    sum += millisecondsOf(event);
  }
  return sum;
}

const isOwn = ({ args }: TraceEvent) => OWN_SCRIPT.test(JSON.stringify(args));
const lengthOf = ({ dur = 0 }: TraceEvent) => dur;
const endOf = (event: TraceEvent) => event.ts + lengthOf(event);
const millisecondsOf = ({ tdur = 0 }: TraceEvent) => tdur / 1_000;
