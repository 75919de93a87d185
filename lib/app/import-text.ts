import { groupSections, type ImportedSection } from '@/lib/domain/imports/group-sections';
import { mainLanguage } from '@/lib/domain/imports/main-language';
import type { MarkedUpText } from '@/lib/domain/imports/markup';
import { IMPORT_ORIGIN, type ImportedText, type ImportFormat, importedUrl } from '@/lib/domain/imports/model';
import { redactSecrets } from '@/lib/domain/privacy/redact';
import type { Clock } from '@/lib/domain/shared/clock';
import { failure, type Result, success } from '@/lib/domain/shared/result';
import { markUpText } from './mark-up-text';
import type { BlockFinder, BookTrouble, ImportStore, PreparedSection, TextFormats } from './ports/imports';
import type { SettingsStore } from './ports/settings';
import { preparePassages } from './prepare-passages';

export interface ImportPorts {
  readonly formats: TextFormats;
  readonly findBlocks: BlockFinder;
  readonly imports: Pick<ImportStore, 'begin' | 'storeSection'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** SHA-256 as hex digits. */
  readonly hash: (text: string) => Promise<string>;
  readonly hashBytes: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** Tells the rest of the extension that there is more to work on. */
  readonly announce: () => void;
  /** Resolves when it is worth looking whether less waits now. */
  readonly waitForRoom: () => Promise<void>;
  readonly now: Clock;
}

/** A file that the learner chose, or a text that was pasted. */
export interface BroughtText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: ImportFormat;
  /** What the learner calls it; empty when it is to say itself. */
  readonly title: string;
  /** What to call it when it does not. */
  readonly name: string;
}

export type ImportTrouble =
  | BookTrouble
  | 'no-consent'
  | 'nothing-in-it'
  | 'stopped'
  | 'forgotten'
  | 'disk-full';

/** What is being done with a text, for whoever watches. */
export type ImportStep =
  | { readonly kind: 'opening' }
  | { readonly kind: 'reading' | 'storing' | 'no-room'; readonly done: number; readonly of: number };

/**
 * Takes a text in, section by section, through the walk, the covering of secrets and the queue that pages go through. Bringing
 * the same bytes again goes on where it stopped. It is not reading: it has no visit, and no time is counted.
 */
export async function importText(
  ports: ImportPorts,
  brought: BroughtText,
  onStep: (step: ImportStep) => void,
  stopping: AbortSignal,
): Promise<Result<ImportedText, ImportTrouble>> {
  if (!(await ports.settings.read()).hasConsented) return failure('no-consent');
  onStep({ kind: 'opening' });
  const id = await ports.hashBytes(brought.bytes);
  const markedUp = markUpText(brought, ports.formats);
  if (!markedUp.ok) return markedUp;
  const { title, sections } = await findSections(ports, markedUp.value, onStep, stopping);
  if (stopping.aborted) return failure('stopped');
  if (sections.length === 0) return failure('nothing-in-it');
  const text = await ports.imports.begin({
    id,
    title: redactSecrets(brought.title || title || brought.name),
    format: brought.format,
    addedAt: ports.now(),
    sections: sections.length,
    passageCount: sections.reduce((sum, { blocks }) => sum + blocks.length, 0),
  });
  return storeSections(ports, text, sections, onStep, stopping);
}

async function findSections(
  { findBlocks }: ImportPorts,
  { title, parts }: MarkedUpText,
  onStep: (step: ImportStep) => void,
  stopping: AbortSignal,
): Promise<{ readonly title: string; readonly sections: readonly ImportedSection[] }> {
  const sections: ImportedSection[] = [];
  let ownTitle = title;
  for (const [index, part] of parts.entries()) {
    if (stopping.aborted) break;
    onStep({ kind: 'reading', done: index, of: parts.length });
    const found = await findBlocks(part, () => stopping.aborted);
    if (parts.length === 1) ownTitle ||= found.title;
    sections.push(...groupSections(part.title, found.blocks));
  }
  return { title: ownTitle, sections };
}

async function storeSections(
  ports: ImportPorts,
  text: ImportedText,
  sections: readonly ImportedSection[],
  onStep: (step: ImportStep) => void,
  stopping: AbortSignal,
): Promise<Result<ImportedText, ImportTrouble>> {
  const { imports, announce, waitForRoom } = ports;
  const show = (kind: 'storing' | 'no-room', done: number) => onStep({ kind, done, of: sections.length });
  let isFirst = true;
  for (let index = text.storedSections; index < sections.length; ) {
    if (stopping.aborted) return failure('stopped');
    const section = sections[index];
    if (!section) break;
    const prepared = await prepareSection(ports, text, index, section);
    const stored = await imports.storeSection(text.id, index, prepared);
    if (!stored.ok && stored.error !== 'no-room')
      return failure(stored.error === 'gone' ? 'forgotten' : stored.error);
    if (stored.ok) index += 1;
    show(stored.ok ? 'storing' : 'no-room', index);
    // Work begins with the first section, and those that follow find it under way.
    if (isFirst || !stored.ok || index === sections.length) announce();
    isFirst = false;
    if (!stored.ok) await waitForRoom();
  }
  return success({ ...text, storedSections: sections.length });
}

/** All sections count as brought in at the time at which the text was, so that forgetting a time takes all of it or nothing. */
async function prepareSection(
  { hash }: ImportPorts,
  { id, title, sections, addedAt }: ImportedText,
  index: number,
  section: ImportedSection,
): Promise<PreparedSection> {
  const url = importedUrl(id, index);
  const origin = IMPORT_ORIGIN;
  const own = redactSecrets(section.title) || String(index + 1);
  const passages = section.blocks.map((block, order) => ({ ...block, ...BROUGHT_IN, order }));
  return {
    page: {
      id: await hash(url),
      url,
      origin,
      title: sections === 1 || own === title ? title : `${own} · ${title}`,
      lang: mainLanguage(section.blocks),
    },
    passages: await preparePassages(passages, { origin, at: addedAt, hash }),
  };
}

/** Nobody spent time on it, and there is no page around it to find it in. */
const BROUGHT_IN = {
  means: 'imported',
  dwellMs: 0,
  requiredMs: 0,
  expectedMs: 0,
  rereads: 0,
  anchor: { prefix: '', exact: '', suffix: '' },
} as const;
