import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCE_ENDING = /\.(ts|tsx|mjs)$/;

export interface SourceFile {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  /** Imported modules: paths from the root for own files, names for packages. */
  readonly imports: readonly string[];
}

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** Takes comments out so that a word in a docstring is not mistaken for code; strings stay. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (!specifier.startsWith('.')) return specifier;
  return relative(ROOT, resolve(ROOT, dirname(from), specifier)).replaceAll('\\', '/');
}

function importsOf(path: string, code: string): string[] {
  const found = code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+|new URL\(\s*)['"]([^'"]+)['"]/gm);
  return [...found].map((match) => resolveImport(path, match[1] ?? ''));
}

/** Reads every source file below the given folders. */
export function readSources(...folders: string[]): SourceFile[] {
  return folders
    .flatMap(listFiles)
    .filter((path) => SOURCE_ENDING.test(path))
    .map((path) => {
      const raw = readFileSync(join(ROOT, path), 'utf8');
      const text = withoutComments(raw);
      return { path, text, lineCount: raw.trimEnd().split('\n').length, imports: importsOf(path, text) };
    });
}

export function readProjectFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function listProjectFiles(folder: string): string[] {
  return listFiles(folder);
}
