import * as v from 'valibot';
import type { QuestionCard, StudyProgress } from '@/lib/app/ports/snapshot';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite());
const language = v.picklist(['en', 'zh']);
const rating = v.picklist(['again', 'hard', 'good', 'easy']);

const memory = v.object({
  phase: v.picklist(['new', 'learning', 'review', 'relearning']),
  dueAt: amount,
  stability: amount,
  difficulty: amount,
  scheduledDays: amount,
  learningStep: amount,
  reps: amount,
  lapses: amount,
  lastReviewAt: v.exactOptional(amount),
});

const exercise = v.object({
  id: text,
  kind: v.picklist(['cloze', 'choice']),
  lang: language,
  passageId: text,
  conceptId: v.exactOptional(text),
  stem: v.object({ before: text, after: text }),
  key: text,
  accepted: v.array(text),
  distractors: v.array(text),
  source: v.object({ sentence: text, start: count, end: count }),
  quality: v.record(text, amount),
  status: v.picklist(['active', 'suspended']),
  createdAt: amount,
  memory,
});

const card = v.object({
  exercise,
  excerpt: v.object({ before: text, sentenceBefore: text, key: text, sentenceAfter: text, after: text }),
  page: v.object({ url: text, title: text }),
  lastReadAt: amount,
  interestLabels: v.object({ en: v.exactOptional(text), zh: v.exactOptional(text) }),
  recall: v.exactOptional(amount),
});

const step = v.variant('kind', [
  v.object({
    kind: v.literal('graded'),
    exerciseId: text,
    rating,
    correct: v.boolean(),
    answer: text,
    key: text,
    lang: language,
  }),
  v.object({ kind: v.literal('skipped'), exerciseId: text }),
]);

const progress = v.object({
  session: v.exactOptional(
    v.object({
      studyDay: text,
      startedAt: amount,
      exerciseIds: v.array(text),
      position: count,
      steps: v.array(step),
    }),
  ),
  draft: v.exactOptional(
    v.object({
      exerciseId: text,
      answer: text,
      phase: v.picklist(['asking', 'answered']),
      secondTry: v.boolean(),
      spentMs: amount,
    }),
  ),
  unsaved: v.array(
    v.object({
      exercise,
      answer: text,
      rating,
      latencyMs: amount,
      now: amount,
      utcOffsetMinutes: amount,
    }),
  ),
});

export function parseProgress(stored: unknown): StudyProgress | undefined {
  const parsed = v.safeParse(progress, stored);
  return parsed.success ? parsed.output : undefined;
}

export function parseCards(stored: unknown): QuestionCard[] | undefined {
  const parsed = v.safeParse(v.array(card), stored);
  return parsed.success ? parsed.output : undefined;
}
