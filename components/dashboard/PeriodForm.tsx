import './period-form.css';
import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { ChoiceGroup } from '@/components/ui/ChoiceGroup';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { PERIODS, type PeriodName, periodOf } from '@/lib/ui/dashboard/period';
import { t } from '@/lib/ui/i18n';
import { DateField } from './DateField';
import { Section } from './Section';

/** Asks which time to forget. What that takes is counted, and asked again, before anything goes. */
export function PeriodForm({ model }: { model: DashboardModel }) {
  const [name, setName] = useState<PeriodName>('hour');
  const [dates, setDates] = useState({ first: '', last: '' });
  const ask = () => {
    const period = periodOf(name, model.clock(), dates);
    if (period !== undefined) void model.forgetting.ask({ kind: 'period', ...period });
  };
  const isComplete = periodOf(name, model.clock(), dates) !== undefined;
  return (
    <Section title={t('dashboard.period.title')}>
      <form
        class="period-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <ChoiceGroup
          label={t('dashboard.period.which')}
          options={PERIODS.map((value) => ({ value, label: t(`dashboard.period.${value}`) }))}
          value={name}
          onChange={setName}
        />
        {name === 'dates' && (
          <div class="period-form__dates">
            <DateField
              label={t('dashboard.period.first')}
              value={dates.first}
              onChange={(first) => setDates({ ...dates, first })}
            />
            <DateField
              label={t('dashboard.period.last')}
              value={dates.last}
              onChange={(last) => setDates({ ...dates, last })}
            />
          </div>
        )}
        <Button type="submit" icon="trash" disabled={!isComplete}>
          {t('dashboard.period.ask')}
        </Button>
      </form>
    </Section>
  );
}
