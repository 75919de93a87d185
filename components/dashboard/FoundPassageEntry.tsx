import './found-passage-entry.css';
import { Button } from '@/components/ui/Button';
import { LearnerText } from '@/components/ui/LearnerText';
import { siteOf } from '@/lib/domain/reading/site';
import { excerptAtTerms } from '@/lib/domain/search/excerpt';
import type { EpochMs } from '@/lib/domain/shared/clock';
import type { TextLanguage } from '@/lib/domain/text/language';
import { mainInterestName } from '@/lib/ui/dashboard/interest-name';
import type { SearchResult } from '@/lib/ui/dashboard/search-model';
import { t, uiLocale } from '@/lib/ui/i18n';
import { dayDistance } from '@/lib/ui/interval-label';
import { MarkedText } from './MarkedText';
import { PageLink } from './PageLink';
import { hostOf, titleOf } from './page-words';

interface FoundPassageEntryProps {
  result: SearchResult;
  /** Language that the learner asked in. */
  questionLang: TextLanguage;
  now: EpochMs;
  onShow: () => void;
}

/** About three lines. */
const EXCERPT_CHARS: Readonly<Record<TextLanguage, number>> = { en: 240, zh: 110, other: 200 };

/** A passage that was found: the words of the search in it, the page that it is from, and the ways to both. */
export function FoundPassageEntry({ result, questionLang, now, onShow }: FoundPassageEntryProps) {
  const { passage, page, place, interest, terms } = result;
  const { lang } = passage;
  const pieces = excerptAtTerms(passage.text, terms, { lang, chars: EXCERPT_CHARS[lang] });
  const isTranslated = lang !== 'other' && questionLang !== 'other' && lang !== questionLang;
  const name = interest && mainInterestName(interest);
  return (
    <div class="found-passage">
      <PageLink page={page} passage={{ id: passage.id, view: 'kept' }} />
      <p class="found-passage__text reading-text" lang={lang === 'other' ? '' : lang}>
        <MarkedText pieces={pieces} lang={lang} />
      </p>
      <p class="found-passage__facts tabular">
        <bdi>{hostOf(page)}</bdi>
        <span>{dayDistance(place.lastReadAt, now, uiLocale.value)}</span>
        {name && <LearnerText lang={name.lang}>{name.text}</LearnerText>}
        {isTranslated && <span>{t(`dashboard.search.in.${lang}`)}</span>}
      </p>
      {siteOf(page.url) !== undefined && (
        <div class="found-passage__tools">
          <Button variant="quiet" icon="open" iconOnly onClick={onShow}>
            {`${t('dashboard.page.show-source')}: ${titleOf(page)}`}
          </Button>
        </div>
      )}
    </div>
  );
}
