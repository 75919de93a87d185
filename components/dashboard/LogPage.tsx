import './log-page.css';
import type { ComponentChildren } from 'preact';
import { GrainMark } from '@/components/ui/GrainMark';
import { Phrase } from '@/components/ui/Phrase';
import type { EpochMs } from '@/lib/domain/shared/clock';
import { countWords } from '@/lib/ui/dashboard/count-words';
import type { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import type { LogDay, LogEntry } from '@/lib/ui/dashboard/log-view';
import { hrefOf } from '@/lib/ui/dashboard/route';
import { t, uiLocale } from '@/lib/ui/i18n';
import { dayDistance, relativeTime } from '@/lib/ui/interval-label';
import { AllowSiteLink } from './AllowSiteLink';
import { Headline } from './Headline';
import { LiveView } from './LiveView';
import { hostOf } from './page-words';
import { Section } from './Section';

/** What was read and what was left alone, and why; without any text. */
export function LogPage({ model }: { model: DashboardModel }) {
  const now = model.clock();
  return (
    <>
      <p class="log-page__back">
        <a href={hrefOf({ name: 'sites' })}>{t('dashboard.log.back')}</a>
      </p>
      <LiveView live={model.log.value}>
        {(days) =>
          days.length === 0 ? (
            <Headline mark="off" aside={<p>{t('dashboard.log.empty-text')}</p>} action={<AllowSiteLink />}>
              {t('dashboard.log.empty')}
            </Headline>
          ) : (
            <>
              <Headline aside={<p>{t('dashboard.log.text')}</p>}>{t('dashboard.log.headline')}</Headline>
              {days.map((day) => (
                <Day key={day.at} day={day} now={now} />
              ))}
            </>
          )
        }
      </LiveView>
    </>
  );
}

function Day({ day, now }: { day: LogDay; now: EpochMs }) {
  const name = dayDistance(day.at, now, uiLocale.value);
  return (
    <Section title={name.charAt(0).toLocaleUpperCase(uiLocale.value) + name.slice(1)}>
      <ul>
        {day.entries.map((entry) => (
          <li key={`${entry.at} ${entry.reason} ${entry.origin}`} class="log-entry">
            <GrainMark state={entry.decision === 'captured' ? 'reading' : 'off'} />
            <p class="log-entry__words">{entryWords(entry)}</p>
            <p class="log-entry__when tabular">
              <time dateTime={new Date(entry.at).toISOString()}>{entryTime(entry.at, now)}</time>
              {entry.times > 1 && <span>{t('dashboard.log.times', { count: entry.times })}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Today as distance from now; on other days, which are named above, by the clock. */
function entryTime(at: EpochMs, now: EpochMs): string {
  if (new Date(at).toDateString() === new Date(now).toDateString())
    return relativeTime(at, now, uiLocale.value);
  return new Intl.DateTimeFormat(uiLocale.value, { hour: 'numeric', minute: '2-digit' }).format(at);
}

function entryWords({ reason, origin, passages }: LogEntry): ComponentChildren {
  const site = <bdi class="log-entry__site">{hostOf({ origin })}</bdi>;
  return (
    <Phrase id={`dashboard.log.${reason}`} parts={{ site, passages: countWords('passages', passages) }} />
  );
}
