import { ChoiceGroup } from '@/components/ui/ChoiceGroup';
import type { ThemeChoice as Theme } from '@/lib/app/ports/settings';
import { t } from '@/lib/ui/i18n';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

interface ThemeChoiceProps {
  value: Theme | undefined;
  onChange: (theme: Theme) => void;
}

export function ThemeChoice(props: ThemeChoiceProps) {
  const options = THEMES.map((value) => ({ value, label: t(`common.${value}`) }));
  return <ChoiceGroup label={t('common.theme')} options={options} {...props} />;
}
