import * as v from 'valibot';
import type { Centres } from '@/lib/domain/embedding/centring';
import { EMBEDDING_DIMENSION, MODEL_ID } from '@/lib/domain/embedding/model';

const centre = v.pipe(v.array(v.number()), v.length(EMBEDDING_DIMENSION));
const centresSchema = v.object({ centers: v.object({ en: centre, zh: centre }) });

/**
 * Mean vector of each language over unrelated text, shipped with the model.
 *
 * @param baseUrl address of the package root with a trailing slash
 */
export async function loadLanguagePriors(baseUrl: string): Promise<Centres> {
  const response = await fetch(`${baseUrl}models/${MODEL_ID}/centers.json`);
  const { centers } = v.parse(centresSchema, await response.json());
  return { en: Float32Array.from(centers.en), zh: Float32Array.from(centers.zh) };
}
