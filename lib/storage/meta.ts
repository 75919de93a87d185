import type { LanguageMean } from '@/lib/app/ports/embedding-store';
import type { EngineStatus, ModelVerification, ThreadProbe } from '@/lib/app/ports/engine-status';
import type { InterestFit } from '@/lib/domain/interests/model';
import type { Language } from '@/lib/domain/text/language';
import type { StudyDb } from './study-db';

/** Running means of the learner's vectors; void when the model changes. */
export interface StoredLanguageMeans {
  readonly modelId: string;
  readonly means: Partial<Record<Language, LanguageMean>>;
}

/** Every named value there is, with its type. */
export interface MetaValues {
  languageMeans: StoredLanguageMeans;
  engineStatus: EngineStatus;
  interestFit: InterestFit;
  threadProbe: ThreadProbe;
  modelVerified: ModelVerification;
  /** Numbers of visits that the learner has forgotten, the newest last. */
  forgottenVisits: readonly string[];
}

export type MetaName = keyof MetaValues;

/** Reads a named value, in the caller's transaction when there is one. */
export async function readMeta<Name extends MetaName>(
  db: StudyDb,
  name: Name,
): Promise<MetaValues[Name] | undefined> {
  const row = await db.meta.get(name);
  return row?.value as MetaValues[Name] | undefined;
}

/** Replaces a named value, in the caller's transaction when there is one. */
export async function writeMeta<Name extends MetaName>(
  db: StudyDb,
  name: Name,
  value: MetaValues[Name],
): Promise<void> {
  await db.meta.put({ name, value });
}
