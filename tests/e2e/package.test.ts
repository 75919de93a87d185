import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import modelFiles from '@/lib/engine/model-files.json';

const BUILT = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const MODEL = 'models/multilingual-e5-small-en-zh';

const files = readdirSync(BUILT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(BUILT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const textOf = (path: string) => readFileSync(join(BUILT, path), 'utf8');
const manifest = JSON.parse(textOf('manifest.json'));

describe('the built package', () => {
  it('holds each WebAssembly file once', () => {
    expect(files.filter((path) => path.endsWith('.wasm')).sort()).toEqual([
      'jieba/jieba_rs_wasm_bg.wasm',
      'ort/ort-wasm-simd-threaded.wasm',
      'pdf/wasm/jbig2.wasm',
      'pdf/wasm/openjpeg.wasm',
    ]);
    expect(files.filter((path) => /ort-wasm.*\.mjs$/.test(path))).toEqual(['ort/ort-wasm-simd-threaded.mjs']);
  });

  it('holds the model as it was published', () => {
    for (const [path, expected] of Object.entries(modelFiles)) {
      const digest = createHash('sha256')
        .update(readFileSync(join(BUILT, MODEL, path)))
        .digest('hex');
      expect({ path, digest }).toEqual({ path, digest: expected });
    }
    expect(files.filter((path) => path.endsWith('.onnx'))).toHaveLength(1);
  });

  it('holds the PDF library in the scripts of its own page only', () => {
    const library = files.filter(
      (path) => /\.m?js$/.test(path) && textOf(path).includes('PDFDocumentLoadingTask'),
    );
    expect(library).toMatchObject([expect.stringMatching(/^chunks\/pdf-reader-/)]);
    expect(textOf('pdf-reader.html')).toContain(library[0]);
    expect(files.filter((path) => path.endsWith('.bcmap')).length).toBeGreaterThan(100);
  });

  it('holds the inference runtime in the embedder alone, so that no service worker asks for threads', () => {
    const holders = files.filter(
      (path) => /\.m?js$/.test(path) && /InferenceSession|ort-wasm/.test(textOf(path)),
    );
    expect(holders.sort()).toEqual([
      expect.stringMatching(/^assets\/embedder\.worker-/),
      'ort/ort-wasm-simd-threaded.mjs',
    ]);
    expect(textOf('background.js')).not.toMatch(/new Worker\b|numThreads|WebAssembly\./);
  });

  it('names no host that code or models could be loaded from', () => {
    const scripts = files.filter((path) => /\.(m?js|html|css)$/.test(path));
    const remote = /cdn\.|jsdelivr|unpkg|huggingface\.co|hf\.co|esm\.sh|googleapis|cdnjs/g;
    expect(
      scripts.flatMap((path) => (textOf(path).match(remote) ?? []).map((host) => `${path}: ${host}`)),
    ).toEqual([]);
  });

  it('holds nothing that keeps the browser from injecting a script', () => {
    for (const path of ['scout.js', 'reader.js'])
      expect(textOf(path)).not.toMatch(/[\ufdd0-\ufdef\ufffe\uffff]/);
  });

  it('starts scripts, styles and workers of its own and nothing else', () => {
    expect(manifest.content_security_policy.extension_pages).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
        "connect-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types default gleaner-inert",
    );
    const pages = files.filter((path) => path.endsWith('.html'));
    for (const page of pages) expect(textOf(page)).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/);
  });

  it('asks for no site at installation and exposes nothing to pages', () => {
    expect(manifest.permissions).toEqual([
      'storage',
      'unlimitedStorage',
      'alarms',
      'scripting',
      'activeTab',
      'offscreen',
      'contextMenus',
    ]);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest.externally_connectable).toEqual({ ids: [] });
    expect(manifest.optional_permissions).toEqual(['bookmarks']);
    const risky = ['host_permissions', 'content_scripts', 'web_accessible_resources'];
    expect(risky.flatMap((key) => manifest[key] ?? [])).toEqual([]);
  });

  it('isolates its pages, which threads need', () => {
    expect(manifest.cross_origin_embedder_policy).toEqual({ value: 'require-corp' });
    expect(manifest.cross_origin_opener_policy).toEqual({ value: 'same-origin' });
  });
});
