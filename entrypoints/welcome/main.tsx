import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { render } from 'preact';
import { WelcomeApp } from '@/components/welcome/WelcomeApp';
import { createSiteAccess } from '@/lib/platform/permissions';
import { createSettingsStore } from '@/lib/storage/settings';
import { followAppearance } from '@/lib/ui/appearance';
import { WelcomeModel } from '@/lib/ui/welcome/welcome-model';

const settings = createSettingsStore();
const model = new WelcomeModel({ sites: createSiteAccess(), settings, query: location.search });

followAppearance(document, localStorage, settings);
render(<WelcomeApp model={model} />, document.body);
void model.connect();
