import type { TextLanguage } from '@/lib/domain/text/language';

interface LearnerTextProps {
  children: string;
  lang: TextLanguage;
  class?: string;
}

/** Text that came from a page, as text: in its own language, and unable to turn the direction of what surrounds it. */
export function LearnerText({ children, lang, class: className }: LearnerTextProps) {
  return (
    <bdi class={className} lang={lang === 'other' ? '' : lang}>
      {children}
    </bdi>
  );
}
