import type { LanguageMean } from '@/lib/app/ports/embedding-store';
import type { EngineStatus, ModelVerification, ThreadProbe } from '@/lib/app/ports/engine-status';
import type { Backlogs, HoldableWork } from '@/lib/app/ports/job-queue';
import type { InterestFit } from '@/lib/domain/interests/model';
import type { Language } from '@/lib/domain/text/language';
import type { StudyDb } from './study-db';

/** Running means of the learner's vectors; void when the model changes. */
export interface StoredLanguageMeans {
  readonly modelId: string;
  readonly means: Partial<Record<Language, LanguageMean>>;
}

/** Which model's vectors the interests were made of, and whether vectors are being made anew. */
export interface VectorSpace {
  readonly modelId: string;
  /** The search for passages without a vector of the model: those up to this id have been looked at. Absent when none goes on. */
  readonly search?: { readonly modelId: string; readonly upTo: string };
  /** Stored vectors that were found damaged and are made anew; absent when there are none. */
  readonly damaged?: number;
}

/** Every named value there is, with its type. */
export interface MetaValues {
  languageMeans: StoredLanguageMeans;
  vectorSpace: VectorSpace;
  engineStatus: EngineStatus;
  heldWork: readonly HoldableWork[];
  backlogs: Backlogs;
  interestFit: InterestFit;
  threadProbe: ThreadProbe;
  modelVerified: ModelVerification;
  /** The most room on the disk that was seen, taken and free together. */
  mostRoomBytes: number;
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
