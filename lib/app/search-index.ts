import { type Centres, centresFor } from '@/lib/domain/embedding/centring';
import { unpackIds } from '@/lib/domain/embedding/passage-ids';
import { ReadingIndex } from '@/lib/domain/search/reading-index';
import type { SearchSource } from './ports/search-source';
import type { VectorChunks } from './ports/vector-chunks';

/** The index over everything read, and how it is kept like what is stored. */
export interface SearchIndex {
  find: ReadingIndex['find'];
  /** Reads what was written since the last call: everything, at the first. Calls at the same time share one reading. */
  follow(): Promise<void>;
  /** Whether everything read has been in it once. */
  isWhole(): boolean;
}

export interface SearchIndexPorts {
  readonly source: SearchSource;
  readonly vectors: VectorChunks;
  loadPriors(): Promise<Centres>;
  /** Lets whatever else waits have its turn. */
  pause(): Promise<void>;
}

/** Passages whose words are indexed in one go: some 20 ms. */
const WORDS_SLICE = 200;

export function createSearchIndex(ports: SearchIndexPorts): SearchIndex {
  const index = new ReadingIndex();
  const followVectors = createVectorFollower(ports, index);
  let whole = false;
  let following: Promise<void> | undefined;

  const follow = async () => {
    const { passageIds, readIds } = ports.source.takeChanges();
    if (whole && readIds !== 'all') await readSome(ports.source, index, passageIds, readIds);
    else await readAll(ports.source, index);
    await followVectors();
    while (index.indexWords(WORDS_SLICE)) await ports.pause();
    whole = true;
  };

  return {
    find: (question) => index.find(question),
    follow() {
      following ??= follow().finally(() => {
        following = undefined;
      });
      return following;
    },
    isWhole: () => whole,
  };
}

async function readAll(source: SearchSource, index: ReadingIndex): Promise<void> {
  const present = new Set<string>();
  for await (const portion of source.passages())
    for (const passage of portion) {
      index.put(passage);
      present.add(passage.id);
    }
  index.retain(present);
}

async function readSome(
  source: SearchSource,
  index: ReadingIndex,
  passageIds: ReadonlySet<string> | 'all',
  readIds: ReadonlySet<string>,
): Promise<void> {
  const looked = new Set(readIds);
  if (passageIds === 'all') {
    const present = new Set(await source.passageIds());
    index.retain(present);
    for (const id of present) if (!index.has(id)) looked.add(id);
  } else for (const id of passageIds) looked.add(id);
  if (looked.size > 0) await lookUp(source, index, looked);
}

async function lookUp(source: SearchSource, index: ReadingIndex, ids: ReadonlySet<string>): Promise<void> {
  const present = await source.passagesOf([...ids]);
  const found = new Set(present.map(({ id }) => id));
  for (const id of ids) if (!found.has(id)) index.remove(id);
  for (const passage of present) index.put(passage);
}

/** Vectors of chunks that were not there before. A chunk never changes, so each is read once. */
function createVectorFollower(ports: SearchIndexPorts, index: ReadingIndex): () => Promise<void> {
  const renewCentres = createCentring(ports, index);
  let known: ReadonlySet<number> = new Set();

  return async () => {
    const chunkIds = await ports.vectors.list();
    const added = chunkIds.filter((id) => !known.has(id));
    if (added.length > 0) await renewCentres();
    for await (const { passageIds, bytes } of ports.vectors.load(added)) {
      const ids = unpackIds(passageIds);
      const unknown = ids.filter((id) => !index.has(id));
      // News of a passage may come later than its vector.
      if (unknown.length > 0) await lookUp(ports.source, index, new Set(unknown));
      index.setVectors(ids, bytes);
    }
    known = new Set(chunkIds);
  };
}

/** Centres that are a mean of so many times more (or fewer) vectors than those in use replace them. */
const MUCH_MORE = 1.5;

function createCentring({ source, loadPriors }: SearchIndexPorts, index: ReadingIndex): () => Promise<void> {
  let priors: Centres | undefined;
  const counts = { en: 0, zh: 0 };
  return async () => {
    const means = await source.languageMeans();
    const areNear = (['en', 'zh'] as const).every((lang) => {
      const [used, known] = [counts[lang] + 1, (means[lang]?.count ?? 0) + 1];
      return known <= used * MUCH_MORE && used <= known * MUCH_MORE;
    });
    if (priors && areNear) return;
    priors ??= await loadPriors();
    index.recentre(centresFor(priors, means));
    counts.en = means.en?.count ?? 0;
    counts.zh = means.zh?.count ?? 0;
  };
}
