import type { Interest } from '@/lib/domain/interests/model';
import type { Language } from '@/lib/domain/text/language';
import { t, uiLanguage } from '@/lib/ui/i18n';

export interface InterestName {
  readonly lang: Language;
  readonly text: string;
}

/** What an interest is called, in the language of the interface first. */
export function interestNames({ labels }: Pick<Interest, 'labels'>): InterestName[] {
  const order: readonly Language[] = uiLanguage.value === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  return order.flatMap((lang) => (labels[lang] === undefined ? [] : [{ lang, text: labels[lang] }]));
}

export function mainInterestName(interest: Pick<Interest, 'labels'>): InterestName {
  const unnamed = { text: t('dashboard.interests.unnamed'), lang: uiLanguage.value };
  return interestNames(interest)[0] ?? unnamed;
}
