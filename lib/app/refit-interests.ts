import type { Centres } from '@/lib/domain/embedding/centring';
import { chooseForFit } from '@/lib/domain/interests/choose-for-fit';
import { fitInterests } from '@/lib/domain/interests/fit-interests';
import type { Patience } from '@/lib/domain/interests/k-means';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { Job } from './job';
import type { EmbeddingStore } from './ports/embedding-store';
import type { InterestStore } from './ports/interest-store';

interface RefitPorts {
  readonly interests: Pick<InterestStore, 'loadForRefit' | 'termsOf' | 'completeRefit'>;
  readonly embeddings: Pick<EmbeddingStore, 'load'>;
}

interface RefitCircumstances extends Patience {
  /** Mean vector of each language over unrelated text, shipped with the model. */
  readonly priors: Centres;
  /** Gives a new interest its id, a UUID. */
  readonly newId: () => string;
  readonly now: EpochMs;
}

/**
 * Fits the interests to everything that was read, and completes the job in the transaction that stores them.
 *
 * @throws the reason of the signal when aborted; nothing is written then
 */
export async function refitInterests(
  job: Job,
  { interests, embeddings }: RefitPorts,
  { priors, ...circumstances }: RefitCircumstances,
): Promise<void> {
  // Vectors first: a passage that comes in between has none yet, and waits for the next fit.
  const vectors = await embeddings.load();
  const reading = await interests.loadForRefit();
  const chosen = chooseForFit(reading.passages, reading.places);
  const terms = await interests.termsOf(chosen);
  const { centres, ...fitted } = await fitInterests(
    { ...reading, vectors, chosen, terms, priors },
    circumstances,
  );
  const fit = { passageCount: vectors.size, k: fitted.interests.length, centres, at: circumstances.now };
  await interests.completeRefit(job, { ...fitted, fit });
}
