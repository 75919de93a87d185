import { rulesFor } from '@/lib/domain/concepts/language-rules';
import type { Concept, Keyphrase } from '@/lib/domain/concepts/model';
import { countBackground } from '@/lib/domain/concepts/term-rarity';
import { type Centres, centresFor } from '@/lib/domain/embedding/centring';
import type { Embedding } from '@/lib/domain/embedding/model';
import { weightedMean } from '@/lib/domain/embedding/vector';
import { assignToInterests } from '@/lib/domain/interests/assign';
import { needsRefit } from '@/lib/domain/interests/needs-refit';
import type { Passage } from '@/lib/domain/reading/model';
import { isWording } from '@/lib/domain/reading/wording';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Language } from '@/lib/domain/text/language';
import type { Tagger } from '@/lib/domain/text/token';
import type { Job } from './job';
import { findPageKeyphrases, type PageMeaning, type WordMemory } from './page-keyphrases';
import type { AnalysisStore, NewWords, PageForAnalysis } from './ports/analysis-store';
import type { EmbeddingStore, WordVectorStore } from './ports/embedding-store';
import type { Encoder } from './ports/encoder';
import type { InterestStore } from './ports/interest-store';
import { writeExercises } from './write-exercises';

export interface AnalysisPorts {
  readonly analyses: AnalysisStore;
  readonly embeddings: Pick<EmbeddingStore, 'load' | 'languageMeans'>;
  readonly interests: Pick<InterestStore, 'list' | 'lastFit'>;
  readonly words: WordVectorStore;
  readonly encoder: Encoder;
  /** Loads the tagger of a language when it is first needed. */
  readonly taggerFor: (lang: Language) => Promise<Tagger>;
  /** SHA-256 in hexadecimal. */
  readonly hash: (text: string) => Promise<string>;
}

export interface AnalysisCircumstances {
  /** Mean vector of each language over unrelated text, shipped with the model. */
  readonly priors: Centres;
  readonly now: EpochMs;
}

/** One language of a page, with what is known of its passages. */
interface PageLanguage {
  readonly lang: Language;
  readonly passages: readonly Passage[];
  readonly tagger: Tagger;
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** Concepts that wrong options are looked for among. */
const KNOWN_CONCEPTS = 1_000;

/** Passages of other pages that tell common words from rare ones; ten already do nearly as well as hundreds. */
const BACKGROUND_TEXTS = 40;

/**
 * Finds the key terms of a page, writes exercises from it, places its passages among the interests, and completes the job
 * in the transaction that stores all of it. Analysing a page again adds what is new and doubles nothing.
 *
 * @throws EncoderError when the model cannot answer; nothing is written then
 */
export async function analysePage(
  job: Job,
  ports: AnalysisPorts,
  { priors, now }: AnalysisCircumstances,
): Promise<void> {
  const { analyses, embeddings, interests } = ports;
  const page = await analyses.loadPage(job.ref);
  if (!page) return analyses.dismiss(job, now);
  const vectors = await embeddings.load();
  const centres = centresFor(priors, await embeddings.languageMeans());
  const known = await interests.list();
  const fit = await interests.lastFit();
  const languages = await languagesOf(page, ports);
  const words = gatherWords(ports.words);
  const keyphrases = await findKeyphrases(page, languages, { vectors, centres }, { ...ports, words });
  const exercises = await writeExercises(
    {
      page,
      keyphrases,
      concepts: await loadConcepts(languages, analyses),
      stored: await analyses.storedExercises(page.passages.map(({ id }) => id)),
      vectors,
      passageLanguages: await analyses.passageLanguages(vectors),
      centres,
    },
    { ...ports, taggers: taggersOf(languages), now },
  );
  // The centroids lie in the space of the fit that made them.
  const space = { passages: page.passages, vectors, centres: fit?.centres ?? centres, interests: known };
  const assignments = assignToInterests(space);
  const refit = needsRefit({
    passageCount: vectors.size,
    fittedCount: fit?.passageCount,
    interests: known,
    page: page.passages,
    assignments,
  });
  await analyses.complete(
    job,
    page,
    { keyphrases, exercises, assignments, words: words.gathered, refit },
    now,
  );
}

/** Holds new words back until everything is stored at once: they are words of the page, which may be forgotten meanwhile. */
function gatherWords(known: WordVectorStore): WordMemory & { readonly gathered: readonly NewWords[] } {
  const gathered: NewWords[] = [];
  return {
    gathered,
    load: known.load,
    save: (lang, vectors) => void gathered.push({ lang, vectors }),
  };
}

async function languagesOf(page: PageForAnalysis, ports: AnalysisPorts): Promise<PageLanguage[]> {
  const found = LANGUAGES.map((lang) => ({
    lang,
    passages: page.passages.filter((passage) => passage.lang === lang && isWording(passage)),
  })).filter(({ passages }) => passages.length > 0);
  return Promise.all(found.map(async (part) => ({ ...part, tagger: await ports.taggerFor(part.lang) })));
}

async function findKeyphrases(
  { pageId, title }: PageForAnalysis,
  languages: readonly PageLanguage[],
  space: { readonly vectors: ReadonlyMap<string, Embedding>; readonly centres: Centres },
  { analyses, encoder, words }: Pick<AnalysisPorts, 'analyses' | 'encoder'> & { readonly words: WordMemory },
): Promise<Partial<Record<Language, readonly Keyphrase[]>>> {
  const keyphrases: Partial<Record<Language, readonly Keyphrase[]>> = {};
  for (const { lang, passages, tagger } of languages) {
    const beside = await analyses.textsBeside(pageId, lang, BACKGROUND_TEXTS);
    const background = countBackground(beside, tagger, rulesFor(lang));
    const meaning = meaningOf(passages, space.vectors, space.centres[lang]);
    const page = { lang, title, passages, background };
    keyphrases[lang] = await findPageKeyphrases(page, meaning, { tagger, encoder, words });
  }
  return keyphrases;
}

/** A long passage says more of what the page means than a short one. */
function meaningOf(
  passages: readonly Passage[],
  vectors: ReadonlyMap<string, Embedding>,
  center: Float32Array | undefined,
): PageMeaning | undefined {
  const own = passages.flatMap(({ id, text }) => {
    const vector = vectors.get(id);
    return vector ? [{ vector, weight: text.length }] : [];
  });
  return own.length > 0 && center ? { vector: weightedMean(own), center } : undefined;
}

async function loadConcepts(
  languages: readonly PageLanguage[],
  analyses: AnalysisStore,
): Promise<Partial<Record<Language, readonly Concept[]>>> {
  const concepts: Partial<Record<Language, readonly Concept[]>> = {};
  for (const { lang } of languages) concepts[lang] = await analyses.conceptsOf(lang, KNOWN_CONCEPTS);
  return concepts;
}

function taggersOf(languages: readonly PageLanguage[]): Partial<Record<Language, Tagger>> {
  return Object.fromEntries(languages.map(({ lang, tagger }) => [lang, tagger]));
}
