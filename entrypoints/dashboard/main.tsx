import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { render } from 'preact';
import { DashboardApp } from '@/components/dashboard/DashboardApp';
import { onAccessChanged } from '@/lib/platform/permissions';
import { followAppearance } from '@/lib/ui/appearance';
import { DashboardModel } from '@/lib/ui/dashboard/dashboard-model';
import { createEnvironment } from './environment';

const environment = createEnvironment(window);
const model = new DashboardModel(environment);

followAppearance(document, localStorage, environment.settings);
render(<DashboardApp model={model} />, document.body);
model.connect();
onAccessChanged(() => void Promise.all([model.sites.refresh(), model.bookmarks.refresh()]));
