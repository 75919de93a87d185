import './welcome-app.css';
import { useEffect } from 'preact/hooks';
import { LanguageChoice } from '@/components/preferences/LanguageChoice';
import { GrainMark } from '@/components/ui/GrainMark';
import { Phrase } from '@/components/ui/Phrase';
import { t, uiLanguage } from '@/lib/ui/i18n';
import type { WelcomeModel } from '@/lib/ui/welcome/welcome-model';
import { Example } from './Example';
import { FirstSite } from './FirstSite';
import { Steps } from './Steps';

/** Where the overview is, relative to this page. */
const OVERVIEW = 'dashboard.html';

export function WelcomeApp({ model }: { model: WelcomeModel }) {
  const title = t('welcome.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div class="welcome">
      <header class="welcome__bar">
        <p class="welcome__brand">
          <GrainMark state="reading" />
          {t('common.name')}
        </p>
        <LanguageChoice
          hideLabel
          offerAuto={false}
          value={uiLanguage.value}
          onChange={(language) => void model.chooseLanguage(language)}
        />
      </header>
      <main class="welcome__main">
        <div class="welcome__opening">
          <div>
            <h1 class="welcome__headline">{t('welcome.headline')}</h1>
            <p class="welcome__lead">{t('welcome.lead')}</p>
          </div>
          <Example />
        </div>
        <Steps />
        <FirstSite form={model.form} />
        <div class="welcome__notes">
          <Note title={t('welcome.private')}>{t('welcome.private-text')}</Note>
          <Note title={t('welcome.pin')}>{t('welcome.pin-text')}</Note>
        </div>
        <p class="welcome__overview">
          <Phrase
            id="welcome.overview"
            parts={{ overview: <a href={OVERVIEW}>{t('welcome.overview-link')}</a> }}
          />
        </p>
      </main>
    </div>
  );
}

function Note({ title, children }: { title: string; children: string }) {
  return (
    <section>
      <h2 class="welcome__note-title">{title}</h2>
      <p>{children}</p>
    </section>
  );
}
