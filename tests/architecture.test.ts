import { describe, expect, it } from 'vitest';
import { SCHEMA_V1, SCHEMA_V2, SCHEMA_V3 } from '@/lib/storage/schema';
import { listProjectFiles, readProjectFile, readSources, type SourceFile } from './support/source-tree';

const product = readSources('entrypoints', 'components', 'lib');
const tooling = readSources('scripts');
const tests = readSources('tests');

/** First matching prefix wins; a layer may import itself and the prefixes listed, and nothing else of ours. */
const LAYERS: readonly { readonly layer: string; readonly mayImport: readonly string[] }[] = [
  { layer: 'lib/domain', mayImport: [] },
  { layer: 'lib/app', mayImport: ['lib/domain'] },
  ...['engine', 'capture', 'storage', 'messaging', 'platform', 'pdf', 'interop'].map((adapter) => ({
    layer: `lib/${adapter}`,
    mayImport: ['lib/app/ports', 'lib/app/job', 'lib/domain'],
  })),
  { layer: 'lib/ui', mayImport: ['lib/app', 'lib/storage', 'lib/domain'] },
  { layer: 'components', mayImport: ['lib/ui', 'lib/domain', 'lib/app/ports'] },
  { layer: 'entrypoints', mayImport: ['components', 'lib'] },
];

const OWN_FOLDERS = /^(entrypoints|components|lib|public|tests|scripts)\//;

/** Packages with one importing file each, so that they can be replaced in one place. */
const SINGLE_IMPORTER = [
  '@xenova/transformers',
  '@webext-core/messaging',
  'fflate',
  'jieba-wasm',
  'marked',
  'minisearch',
  'ml-hclust',
  'ml-kmeans',
  'pdfjs-dist',
  'stopwords-iso',
  'ts-fsrs',
  'wink-eng-lite-web-model',
  'wink-nlp',
];

const PURE_PACKAGES = ['minisearch', 'ml-hclust', 'ml-kmeans', 'stopwords-iso', 'ts-fsrs'];

const isPackage = (specifier: string) => !OWN_FOLDERS.test(specifier) && !specifier.startsWith('../');
const packageName = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function breaches(rule: (file: SourceFile) => readonly string[], files = product): string[] {
  return files.flatMap((file) => rule(file).map((found) => `${file.path}: ${found}`));
}

describe('import direction', () => {
  it.each(LAYERS)('$layer imports only what it may', ({ layer, mayImport }) => {
    const files = product.filter((file) => file.path.startsWith(`${layer}/`));
    const allowed = [layer, ...mayImport];
    const wrong = breaches(
      (file) =>
        file.imports.filter(
          (target) =>
            OWN_FOLDERS.test(target) &&
            !allowed.some((prefix) => target === prefix || target.startsWith(`${prefix}/`)),
        ),
      files,
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the domain free of every package that is not pure', () => {
    const domain = product.filter((file) => file.path.startsWith('lib/domain/'));
    const wrong = breaches(
      (file) => file.imports.filter(isPackage).filter((name) => !PURE_PACKAGES.includes(packageName(name))),
      domain,
    );
    expect(wrong).toEqual([]);
  });

  it.each(SINGLE_IMPORTER)('%s has one importing file', (library) => {
    const importers = product.filter((file) => file.imports.some((name) => packageName(name) === library));
    expect(importers.map((file) => file.path)).toHaveLength(1);
  });

  it('uses the browser API only at the edge', () => {
    const allowed =
      /^(entrypoints\/|lib\/platform\/|lib\/messaging\/(bus|page-line)\.ts$|lib\/storage\/(settings|mirror)\.ts$)/;
    const wrong = product
      .filter((file) => file.imports.some((name) => name === 'wxt/browser' || name === 'wxt/utils/storage'))
      .map((file) => file.path)
      .filter((path) => !allowed.test(path));
    expect(wrong).toEqual([]);
  });
});

describe('size', () => {
  it.each([
    { name: 'source', files: [...product, ...tooling], limit: 250 },
    { name: 'test', files: tests, limit: 400 },
  ])('no $name file has more than $limit lines', ({ files, limit }) => {
    expect(breaches((file) => (file.lineCount > limit ? [`${file.lineCount} lines`] : []), files)).toEqual(
      [],
    );
  });

  it('has a median source file under 100 lines', () => {
    const sorted = product.map((file) => file.lineCount).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  });
});

describe('habits', () => {
  it('passes time and chance as arguments in domain and use cases', () => {
    const pure = product.filter((file) => /^lib\/(domain|app)\//.test(file.path));
    const wrong = breaches(
      (file) => file.text.match(/\bDate\.now\b|\bMath\.random\b|\bnew Date\(\)|\brandomUUID\b/g) ?? [],
      pure,
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the domain free of browser globals', () => {
    const domain = product.filter((file) => file.path.startsWith('lib/domain/'));
    const wrong = breaches(
      (file) => file.text.match(/\b(document|window|navigator|indexedDB|localStorage|fetch)[.(]/g) ?? [],
      domain,
    );
    expect(wrong).toEqual([]);
  });

  it('has no way to turn text into markup or code', () => {
    const sinks =
      /\.innerHTML|\.outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function|srcdoc/g;
    expect(breaches((file) => file.text.match(sinks) ?? [])).toEqual([]);
  });

  it('parses markup in one file only, into documents in which nothing runs', () => {
    const parsers = product.filter((file) => /DOMParser|createPolicy.{0,40}createHTML/s.test(file.text));
    expect(parsers.map((file) => file.path)).toEqual(['lib/capture/inert-document.ts']);
  });

  it('makes no network call from what runs in pages', () => {
    const inPages = product.filter((file) =>
      /^(lib\/capture\/|entrypoints\/(scout|reader|selection|source-mark)\.ts$)/.test(file.path),
    );
    const calls = /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/g;
    expect(breaches((file) => file.text.match(calls) ?? [], inPages)).toEqual([]);
  });

  it('gives every transaction an async scope, the only one in which native awaits stay inside it', () => {
    const scopes = /\btransaction\((?:[^()]|\([^()]*\))*?,\s*\(\) =>/g;
    expect(breaches((file) => file.text.match(scopes) ?? [])).toEqual([]);
  });

  it('does not silence the compiler or the linter', () => {
    const silencers = /@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore/;
    const loud = [...product, ...tooling, ...tests].filter(
      (file) => !file.path.endsWith('architecture.test.ts') && silencers.test(readProjectFile(file.path)),
    );
    expect(loud.map((file) => file.path)).toEqual([]);
  });

  it('gives every file a name that says what is in it', () => {
    const vague = /(^|[-/.])(data|info|manager|utils?|helpers?|misc|common|stuff)([-/.]|$)/;
    const wrong = product.map((file) => file.path).filter((path) => vague.test(path));
    expect(wrong).toEqual([]);
  });

  it('names files in kebab case and components in Pascal case', () => {
    const wrong = product
      .map((file) => file.path)
      .filter((path) => {
        const name = path.split('/').at(-1) ?? '';
        const isComponent = path.startsWith('components/') && name.endsWith('.tsx');
        return !(isComponent ? /^[A-Z][A-Za-z0-9]*\.tsx$/ : /^[a-z0-9.-]+\.tsx?$/).test(name);
      });
    expect(wrong).toEqual([]);
  });
});

describe('languages', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

  const entriesOf = (path: string): Map<string, string> => {
    const entries = new Map<string, string>();
    const visit = (value: unknown, key: string) => {
      if (typeof value === 'string') entries.set(key, value);
      else if (value && typeof value === 'object')
        for (const [name, inner] of Object.entries(value)) visit(inner, key ? `${key}.${name}` : name);
    };
    visit(JSON.parse(readProjectFile(path)), '');
    return entries;
  };

  const surfaces = listProjectFiles('lib/ui/locales/en').map((path) => path.split('/').at(-1) ?? '');

  it.each(surfaces)('%s says the same things in English and Chinese', (surface) => {
    const english = entriesOf(`lib/ui/locales/en/${surface}`);
    const chinese = entriesOf(`lib/ui/locales/zh/${surface}`);
    // English has plural forms (.one, .other) where Chinese has one form (.other).
    const keys = (entries: Map<string, string>) => [...entries.keys()].filter((key) => !key.endsWith('.one'));
    expect(keys(chinese)).toEqual(keys(english));
    for (const key of keys(english)) {
      expect([key, placeholders(chinese.get(key) ?? '')]).toEqual([
        key,
        placeholders(english.get(key) ?? ''),
      ]);
      expect(chinese.get(key)?.trim()).not.toBe('');
    }
  });

  it('names the extension in both languages', () => {
    const keys = (lang: string) =>
      Object.keys(JSON.parse(readProjectFile(`public/_locales/${lang}/messages.json`)));
    expect(keys('zh_CN')).toEqual(keys('en'));
  });
});

describe('messages and stored rows', () => {
  const protocol = readProjectFile('lib/messaging/protocol.ts');
  const messages = [...protocol.matchAll(/^ {2}'([a-z]+\.[A-Za-z]+)'\(/gm)].map((match) => match[1] ?? '');

  it.each(messages)('%s has a handler and a test', (message) => {
    const quoted = new RegExp(`['"]${message.replace('.', '\\.')}['"]`);
    const handlers = product.filter(
      (file) => file.path !== 'lib/messaging/protocol.ts' && quoted.test(file.text),
    );
    const checks = tests.filter((file) => quoted.test(file.text));
    expect(handlers.length).toBeGreaterThan(0);
    expect(checks.length).toBeGreaterThan(0);
  });

  it('has a fixture for every schema version', () => {
    const schemas: Readonly<Record<string, string>>[] = [SCHEMA_V1, SCHEMA_V2, SCHEMA_V3];
    const versions = [...readProjectFile('lib/storage/study-db.ts').matchAll(/\.version\((\d+)\)/g)];
    expect(versions.map(([, version]) => Number(version))).toEqual(schemas.map((_, i) => i + 1));
    schemas.forEach((_, i) => {
      const tables = Object.keys(Object.assign({}, ...schemas.slice(0, i + 1)));
      const fixture = JSON.parse(
        readProjectFile(`tests/fixtures/db/v${String(i + 1).padStart(3, '0')}.json`),
      );
      expect(Object.keys(fixture).sort()).toEqual(tables.sort());
    });
  });
});
