import { ChoiceGroup } from '@/components/ui/ChoiceGroup';
import type { UiLanguage } from '@/lib/app/ports/settings';
import { t } from '@/lib/ui/i18n';

interface LanguageChoiceProps {
  value: UiLanguage | undefined;
  onChange: (language: UiLanguage) => void;
  hideLabel?: boolean;
}

/** Each language by its own name, so that everybody finds the way back. */
export function LanguageChoice(props: LanguageChoiceProps) {
  return (
    <ChoiceGroup
      label={t('common.language')}
      options={[
        { value: 'auto', label: t('common.auto') },
        { value: 'en', label: 'English', lang: 'en' },
        { value: 'zh', label: '简体中文', lang: 'zh-CN' },
      ]}
      {...props}
    />
  );
}
