import './interest-entry.css';
import { useId } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { LearnerText } from '@/components/ui/LearnerText';
import { LinkButton } from '@/components/ui/LinkButton';
import type { InterestSummary } from '@/lib/app/ports/library';
import type { Interest } from '@/lib/domain/interests/model';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { CapturedName } from '@/lib/ui/dashboard/forgetting-model';
import { interestNames, mainInterestName } from '@/lib/ui/dashboard/interest-name';
import { hrefOf } from '@/lib/ui/dashboard/route';
import { t } from '@/lib/ui/i18n';
import { PageLink } from './PageLink';

const PAGES_SHOWN = 5;

interface InterestEntryProps {
  summary: InterestSummary;
  onForget: (name: CapturedName) => void;
}

/** An interest: its names, how much of it there is, a sentence from its middle, and the pages that it comes from. */
export function InterestEntry({ summary, onForget }: InterestEntryProps) {
  const id = useId();
  const { interest, passageCount, exerciseCount, pages } = summary;
  const more = pages.length - PAGES_SHOWN;
  return (
    <article class="interest-entry" aria-labelledby={id}>
      <h2 id={id} class="interest-entry__name">
        <InterestName labels={interest.labels} />
      </h2>
      <p class="interest-entry__facts tabular">
        <span>{countWords('passages', passageCount)}</span>
        <span>{countWords('exercises', exerciseCount)}</span>
      </p>
      {interest.medoid && (
        <blockquote
          class="interest-entry__example reading-text"
          lang={interest.medoid.lang}
          aria-label={t('dashboard.interests.example')}
        >
          <LearnerText lang={interest.medoid.lang}>{interest.medoid.sentence}</LearnerText>
        </blockquote>
      )}
      <h3 class="visually-hidden">{t('dashboard.interests.pages')}</h3>
      <ul class="interest-entry__pages">
        {pages.slice(0, PAGES_SHOWN).map((page) => (
          <li key={page.id}>
            <PageLink page={page} />
          </li>
        ))}
        {more > 0 && <li>{t('dashboard.interests.more-pages', { count: more })}</li>}
      </ul>
      <p class="interest-entry__tools">
        <LinkButton
          variant="quiet"
          icon="search"
          href={hrefOf({ name: 'reading', filters: { interestId: interest.id } })}
        >
          {t('dashboard.interests.search')}
          <span class="visually-hidden"> {mainInterestName(interest).text}</span>
        </LinkButton>
        <Button variant="quiet" icon="trash" onClick={() => onForget(mainInterestName(interest))}>
          {t('dashboard.interests.forget')}
          <span class="visually-hidden"> {mainInterestName(interest).text}</span>
        </Button>
      </p>
    </article>
  );
}

/** The language of the interface first; a name in the other language beside it. */
function InterestName({ labels }: Pick<Interest, 'labels'>) {
  const names = interestNames({ labels });
  if (names.length === 0) return <>{t('dashboard.interests.unnamed')}</>;
  return (
    <>
      {names.map(({ lang, text }) => (
        <LearnerText key={lang} class="interest-entry__label" lang={lang}>
          {text}
        </LearnerText>
      ))}
    </>
  );
}
