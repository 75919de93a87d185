import './rating-bar.css';
import type { Ref } from 'preact';
import { RATINGS, type Rating } from '@/lib/domain/scheduling/model';
import { t, uiLocale } from '@/lib/ui/i18n';
import { intervalLabel } from '@/lib/ui/interval-label';
import type { Intervals } from '@/lib/ui/popup/question';

export interface RatingBarProps {
  /** Absent while the database is not open; the bar can be used all the same. */
  intervals: Intervals | undefined;
  suggested: Rating;
  /** Only the suggested rating makes sense. */
  onlySuggested: boolean;
  suggestedRef: Ref<HTMLButtonElement>;
  onRate: (rating: Rating) => void;
}

/** How well it was known, each with the time until it is asked again; Enter takes the one that is marked. */
export function RatingBar({ intervals, suggested, onlySuggested, suggestedRef, onRate }: RatingBarProps) {
  const intervalKey = onlySuggested ? 'popup.rate.asked-again' : 'popup.rate.interval';
  const ratings = onlySuggested ? [suggested] : RATINGS;
  return (
    <div class="exercise-card__answer">
      <fieldset class="rating-bar">
        <legend class={onlySuggested ? 'visually-hidden' : 'rating-bar__question'}>
          {t('popup.rate.label')}
        </legend>
        <div class="rating-bar__ratings">
          {ratings.map((rating) => {
            const interval = intervals && intervalLabel(intervals[rating], uiLocale.value);
            const isSuggested = rating === suggested;
            const key = String(RATINGS.indexOf(rating) + 1);
            const word = onlySuggested ? t('popup.continue') : t(`common.rating.${rating}`);
            return (
              <button
                key={rating}
                ref={isSuggested ? suggestedRef : null}
                class={`rating-bar__rating${isSuggested ? ' rating-bar__rating--suggested' : ''}`}
                type="button"
                aria-keyshortcuts={isSuggested ? `${key} Enter` : key}
                onClick={() => onRate(rating)}
              >
                <span class="rating-bar__word">{word}</span>
                <span class="rating-bar__interval tabular">{interval && t(intervalKey, { interval })}</span>
              </button>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
