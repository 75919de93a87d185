import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type FileReadingState, fileReadingState, pauseFiles } from '@/lib/app/file-reading-state';
import type { OpenPdf, PdfFile } from '@/lib/app/ports/pdf-file';
import type { SettingsStore } from '@/lib/app/ports/settings';
import { fileUrl } from '@/lib/domain/reading/file-address';
import { cleanProse } from '@/lib/domain/reading/passage-text';
import { settingsSignal } from '@/lib/ui/settings-signal';
import type { FileFollower } from './file-follower';
import { FilePages } from './file-pages';
import { PageView } from './page-view';
import type { FileTrouble, OpenFile, PdfScreen, WantedPlace } from './pdf-screen';

export type { FileReadingState };

export interface PdfReaderEnvironment {
  readonly openPdf: OpenPdf;
  /** SHA-256 of bytes, as hex digits. */
  readonly hashBytes: (bytes: ArrayBuffer) => Promise<string>;
  readonly settings: SettingsStore;
  readonly follower: FileFollower;
  /** What the address asks for. */
  readonly wanted: () => Promise<WantedPlace | undefined>;
}

/** More would not fit into the memory of a page beside its picture. */
const MOST_BYTES = 400 * 1024 * 1024;

/** The PDF reader: which file is open, where in it the learner is, and whether Gleaner reads along. */
export class PdfReaderModel {
  readonly screen = signal<PdfScreen>({ kind: 'choose' });
  readonly wanted = signal<WantedPlace | undefined>(undefined);
  /** The open file is another one than the wanted. */
  readonly isOtherFile: ReadonlySignal<boolean>;
  /** Absent until the settings were read. */
  readonly state: ReadonlySignal<FileReadingState | undefined>;
  readonly view = new PageView();
  readonly #environment: PdfReaderEnvironment;
  #pending: File | undefined;
  /** Of several openings only the last counts. */
  #openings = 0;

  constructor(environment: PdfReaderEnvironment) {
    this.#environment = environment;
    const settings = settingsSignal(environment.settings);
    this.state = computed(() => settings.value && fileReadingState(settings.value));
    this.isOtherFile = computed(() => {
      const screen = this.screen.value;
      const wanted = this.wanted.value;
      return screen.kind === 'open' && wanted !== undefined && wanted.url !== screen.file.url;
    });
  }

  async connect(): Promise<void> {
    this.wanted.value = await this.#environment.wanted();
  }

  get follower(): FileFollower {
    return this.#environment.follower;
  }

  async choose(file: File): Promise<void> {
    this.close();
    this.#pending = file;
    await this.#open(file);
  }

  /** The password is passed on and not kept. */
  async unlock(password: string): Promise<void> {
    if (this.#pending) await this.#open(this.#pending, password);
  }

  /** Back to the choice of a file. */
  close(): void {
    const screen = this.screen.peek();
    this.#pending = undefined;
    this.#openings += 1;
    if (screen.kind === 'open') {
      this.follower.end();
      screen.file.close();
    }
    this.screen.value = { kind: 'choose' };
  }

  async agree(): Promise<void> {
    await this.#environment.settings.update({ hasConsented: true });
  }

  async setPaused(isPaused: boolean): Promise<void> {
    const { settings } = this.#environment;
    await settings.update(pauseFiles(await settings.read(), isPaused));
  }

  async #open(file: File, password?: string): Promise<void> {
    const name = cleanProse(file.name);
    this.#openings += 1;
    const opening = this.#openings;
    const isCurrent = () => opening === this.#openings;
    this.screen.value = { kind: 'opening', name };
    const fail = (trouble: FileTrouble) => {
      if (isCurrent()) this.screen.value = { kind: 'choose', trouble, name };
    };
    if (file.size > MOST_BYTES) return fail('too-large');
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) return fail('unreadable');
    const hash = await this.#environment.hashBytes(bytes);
    const opened = await this.#environment.openPdf(bytes, password);
    if (opened.ok) {
      const shown = await toOpenFile(opened.value, name, hash).catch(() => undefined);
      if (shown && isCurrent()) return this.#show(shown);
      opened.value.close();
      return fail('damaged');
    }
    if (opened.error !== 'password-needed' && opened.error !== 'password-wrong') return fail(opened.error);
    if (isCurrent())
      this.screen.value = { kind: 'password', name, wasWrong: opened.error === 'password-wrong' };
  }

  #show(file: OpenFile): void {
    const { wanted } = this;
    const isWanted = wanted.peek()?.url === file.url;
    this.screen.value = { kind: 'open', file };
    this.follower.begin(file);
    this.view.reset(file.pages.count, file.pageWidth, isWanted ? wanted.peek() : undefined);
  }
}

async function toOpenFile(opened: PdfFile, name: string, hash: string): Promise<OpenFile> {
  const { width, height } = await opened.page(1);
  return {
    url: fileUrl(hash),
    title: opened.title || name.replace(/\.pdf$/i, ''),
    name,
    pages: new FilePages(opened),
    pageWidth: width,
    pageHeight: height,
    close: opened.close,
  };
}
