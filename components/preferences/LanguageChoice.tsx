import { ChoiceGroup } from '@/components/ui/ChoiceGroup';
import type { UiLanguage } from '@/lib/app/ports/settings';
import { t } from '@/lib/ui/i18n';

interface LanguageChoiceProps {
  value: UiLanguage | undefined;
  onChange: (language: UiLanguage) => void;
  hideLabel?: boolean;
  /** Whether following the browser is among the options. */
  offerAuto?: boolean;
}

/** Each language by its own name, so that everybody finds the way back. */
export function LanguageChoice({ offerAuto = true, ...props }: LanguageChoiceProps) {
  const auto = offerAuto ? [{ value: 'auto' as const, label: t('common.auto') }] : [];
  return (
    <ChoiceGroup
      label={t('common.language')}
      options={[
        ...auto,
        { value: 'en', label: 'English', lang: 'en' },
        { value: 'zh', label: '简体中文', lang: 'zh-CN' },
      ]}
      {...props}
    />
  );
}
