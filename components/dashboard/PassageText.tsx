import { LearnerText } from '@/components/ui/LearnerText';
import type { Passage } from '@/lib/domain/reading/model';

/** A passage as it was read: code in its own lines and letters, everything else as running text. */
export function PassageText({ passage: { text, kind, lang } }: { passage: Passage }) {
  if (kind === 'code') {
    return (
      <pre class="passage-text passage-text--code" dir="ltr">
        <code translate={false}>{text}</code>
      </pre>
    );
  }
  return (
    <p class={`passage-text passage-text--${kind} reading-text`} lang={lang === 'other' ? '' : lang}>
      <LearnerText lang={lang}>{text}</LearnerText>
    </p>
  );
}
