import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { render } from 'preact';
import { PopupApp } from '@/components/popup/PopupApp';
import type { ThemeChoice, UiLanguage } from '@/lib/app/ports/settings';
import { followUiLanguage, setUiLanguage } from '@/lib/ui/i18n';
import { applyTheme } from '@/lib/ui/theme';
import { openPopupState, type PopupStateName } from './popup-states';

const wanted = new URL(location.href).searchParams;
const language = (wanted.get('lang') ?? 'en') as UiLanguage;
applyTheme(document, (wanted.get('theme') ?? 'light') as ThemeChoice);
setUiLanguage(language);
followUiLanguage(document);

const model = await openPopupState((wanted.get('state') ?? 'cloze') as PopupStateName, language === 'zh');
render(<PopupApp model={model} />, document.body);
document.documentElement.dataset.ready = 'yes';
