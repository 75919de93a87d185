import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const ASSETS = resolve(import.meta.dirname, '../../.output/chrome-mv3/assets');

/** Path of the embedder's script in the built extension. */
export function findEmbedderScript(): string {
  const file = readdirSync(ASSETS).find((name) => name.startsWith('embedder.worker'));
  if (file === undefined) throw new Error('The built extension has no embedder.');
  return `assets/${file}`;
}
