import './preferences.css';
import { LanguageChoice } from '@/components/preferences/LanguageChoice';
import { ThemeChoice } from '@/components/preferences/ThemeChoice';
import { ChoiceGroup } from '@/components/ui/ChoiceGroup';
import { Switch } from '@/components/ui/Switch';
import { minuteWords } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { t } from '@/lib/ui/i18n';
import { Section } from './Section';

const AMOUNTS = [0, 4, 8, 16, 32];

/** Language, appearance, what shows on pages, and how much comes new each day. */
export function Preferences({ model }: { model: DashboardModel }) {
  const settings = model.settings.value;
  return (
    <Section title={t('dashboard.data.preferences')}>
      <div class="preferences">
        <LanguageChoice
          value={settings?.uiLanguage}
          onChange={(uiLanguage) => void model.change({ uiLanguage })}
        />
        <ThemeChoice value={settings?.theme} onChange={(theme) => void model.change({ theme })} />
        <Switch
          label={t('dashboard.data.indicator')}
          hint={t('dashboard.data.indicator-hint')}
          checked={settings?.showIndicator ?? false}
          onChange={(showIndicator) => void model.change({ showIndicator })}
        />
        <NewPerDay value={settings?.newPerDay} onChange={(newPerDay) => void model.change({ newPerDay })} />
      </div>
    </Section>
  );
}

interface NewPerDayProps {
  value: number | undefined;
  onChange: (newPerDay: number) => void;
}

function NewPerDay({ value, onChange }: NewPerDayProps) {
  const amounts = [...new Set([...AMOUNTS, ...(value === undefined ? [] : [value])])].sort((a, b) => a - b);
  return (
    <ChoiceGroup
      label={t('dashboard.data.new-per-day')}
      options={amounts.map((amount) => ({
        value: String(amount),
        label: amount === 0 ? t('dashboard.data.none') : String(amount),
      }))}
      value={value === undefined ? undefined : String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      {...(value === undefined ? {} : { hint: newPerDayHint(value) })}
    />
  );
}

function newPerDayHint(count: number): string {
  if (count === 0) return t('dashboard.data.none-per-day-hint');
  return t('dashboard.data.new-per-day-hint', { count, minutes: minuteWords(count) });
}
