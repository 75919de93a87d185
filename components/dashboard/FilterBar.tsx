import './filter-bar.css';
import { Button } from '@/components/ui/Button';
import type { ChoiceOption } from '@/components/ui/ChoiceGroup';
import { Select } from '@/components/ui/Select';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { mainInterestName } from '@/lib/ui/dashboard/interest-name';
import {
  changeFilters,
  type FilterChange,
  hasFilters,
  NO_FILTERS,
  OPEN_DATES,
  READ_PERIODS,
  type ReadingFilters,
  type ReadPeriod,
} from '@/lib/ui/dashboard/reading-filters';
import { t } from '@/lib/ui/i18n';
import { DateField } from './DateField';
import { siteWords } from './page-words';

/** Narrows what is listed and searched, by where, what and when. */
export function FilterBar({ model }: { model: DashboardModel }) {
  const { reading } = model;
  const filters = reading.filters.value;
  const change = (part: FilterChange) => reading.filter(changeFilters(filters, part));
  return (
    <fieldset class="filter-bar">
      <legend class="visually-hidden">{t('dashboard.filter.label')}</legend>
      <Select
        label={t('dashboard.filter.site')}
        options={siteOptions(model, filters.site)}
        value={filters.site ?? ''}
        isOn={filters.site !== undefined}
        onChange={(site) => change({ site })}
      />
      <Select
        label={t('dashboard.filter.interest')}
        options={interestOptions(model, filters.interestId)}
        value={filters.interestId ?? ''}
        isOn={filters.interestId !== undefined}
        onChange={(interestId) => change({ interestId })}
      />
      <Select<ReadPeriod | ''>
        label={t('dashboard.filter.time')}
        options={timeOptions()}
        value={filters.time ?? ''}
        isOn={filters.time !== undefined}
        onChange={(time) => change({ time })}
      />
      {filters.time === 'dates' && <Days filters={filters} onChange={change} />}
      {hasFilters(filters) && <FiltersOff onClick={() => reading.filter(NO_FILTERS)} />}
    </fieldset>
  );
}

function FiltersOff({ onClick }: { onClick: () => void }) {
  return (
    <div class="filter-bar__off">
      <Button variant="quiet" icon="cross" onClick={onClick}>
        {t('dashboard.filter.off')}
      </Button>
    </div>
  );
}

interface DaysProps {
  filters: ReadingFilters;
  onChange: (part: FilterChange) => void;
}

function Days({ filters, onChange }: DaysProps) {
  const dates = filters.dates ?? OPEN_DATES;
  return (
    <>
      <DateField
        label={t('dashboard.period.first')}
        value={dates.first}
        onChange={(first) => onChange({ dates: { ...dates, first } })}
      />
      <DateField
        label={t('dashboard.period.last')}
        value={dates.last}
        onChange={(last) => onChange({ dates: { ...dates, last } })}
      />
    </>
  );
}

function siteOptions({ sites }: DashboardModel, chosen: string | undefined): ChoiceOption<string>[] {
  const view = sites.view.value;
  const rows = view.state === 'ready' ? [...view.value.allowed, ...view.value.former] : [];
  const read = rows.filter(({ pages }) => pages > 0).map(({ site }) => site);
  const known = chosen === undefined || read.includes(chosen) ? read : [...read, chosen];
  return [
    { value: '', label: t('dashboard.filter.any-site') },
    ...known.map((site) => ({ value: site, label: siteWords(site) })),
  ];
}

function interestOptions({ reading }: DashboardModel, chosen: string | undefined): ChoiceOption<string>[] {
  const live = reading.interestNames.value;
  const interests = live.state === 'ready' ? live.value : [];
  const isKnown = chosen === undefined || interests.some(({ id }) => id === chosen);
  return [
    { value: '', label: t('dashboard.filter.any-interest') },
    ...interests.map((interest) => {
      const { text, lang } = mainInterestName(interest);
      return { value: interest.id, label: text, lang };
    }),
    ...(isKnown ? [] : [{ value: chosen, label: t('dashboard.filter.gone-interest') }]),
  ];
}

function timeOptions(): ChoiceOption<ReadPeriod | ''>[] {
  return [
    { value: '', label: t('dashboard.filter.any-time') },
    ...READ_PERIODS.map((name) => ({ value: name, label: t(`dashboard.period.${name}`) })),
  ];
}
