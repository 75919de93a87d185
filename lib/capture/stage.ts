/** How far reading along has come in this document. */
export type Stage = 'scout' | 'reader';

/** Globals of the extension's own world: the page has others, and an update of the extension brings new ones. */
const world: { gleanerStage?: Stage } = Object(globalThis);

/** Takes the place of our script in this document. False when it is taken already: then the caller has nothing to do. */
export function takeStage(stage: Stage): boolean {
  if (world.gleanerStage === stage || world.gleanerStage === 'reader') return false;
  world.gleanerStage = stage;
  return true;
}
