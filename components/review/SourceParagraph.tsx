import './source-paragraph.css';
import { LearnerText } from '@/components/ui/LearnerText';
import type { SourceExcerpt } from '@/lib/domain/reading/source-excerpt';
import type { Language } from '@/lib/domain/text/language';
import { t } from '@/lib/ui/i18n';

interface SourceParagraphProps {
  excerpt: SourceExcerpt;
  lang: Language;
}

/** The paragraph as it was read: its sentence in ink, its key marked, its surroundings quieter. */
export function SourceParagraph({ excerpt, lang }: SourceParagraphProps) {
  return (
    <blockquote class="source-paragraph reading-text" lang={lang} aria-label={t('popup.source.label')}>
      <p>
        <LearnerText lang={lang}>{excerpt.before}</LearnerText>
        <span class="source-paragraph__sentence">
          <LearnerText lang={lang}>{excerpt.sentenceBefore}</LearnerText>
          <mark>
            <LearnerText lang={lang}>{excerpt.key}</LearnerText>
          </mark>
          <LearnerText lang={lang}>{excerpt.sentenceAfter}</LearnerText>
        </span>
        <LearnerText lang={lang}>{excerpt.after}</LearnerText>
      </p>
    </blockquote>
  );
}
