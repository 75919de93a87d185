/** Globals of the extension's own world: the page has others, and an update of the extension brings new ones. */
const world: { gleanerScripts?: Set<string> } = Object(globalThis);

/** Whether a script that may be injected again runs in this document for the first time. */
export function isFirstRun(script: string): boolean {
  world.gleanerScripts ??= new Set();
  const isFirst = !world.gleanerScripts.has(script);
  world.gleanerScripts.add(script);
  return isFirst;
}
