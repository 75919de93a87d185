import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { PopupApp } from '@/components/popup/PopupApp';
import { createSiteAccess } from '@/lib/platform/permissions';
import { createSettingsStore } from '@/lib/storage/settings';
import { createSnapshotStore } from '@/lib/storage/snapshot';
import { followAppearance } from '@/lib/ui/appearance';
import { PageModel } from '@/lib/ui/popup/page-model';
import { PopupModel } from '@/lib/ui/popup/popup-model';
import { ProgressStore } from '@/lib/ui/popup/progress-store';
import { ReviewModel } from '@/lib/ui/popup/review-model';
import { roomSignal } from '@/lib/ui/room-signal';
import { afterPaint } from './after-paint';

const settings = createSettingsStore();
const clock = () => Date.now();
const utcOffsetMinutes = () => -new Date().getTimezoneOffset();

/** The database and all that needs it: four times the code of the first card, so it comes after it. */
const later = afterPaint().then(() => import('./study'));
const study = later.then(({ connectStudy }) => connectStudy({ settings, clock, utcOffsetMinutes }));

const review = new ReviewModel({
  store: new ProgressStore(createSnapshotStore(localStorage)),
  study,
  clock,
  utcOffsetMinutes,
  onSaved: () => void later.then(({ announceChange }) => announceChange()),
});

const model = new PopupModel({
  page: new PageModel(createSiteAccess(), settings, async (tabId) => (await later).asksForSecret(tabId)),
  review,
  study,
  room: roomSignal({ state: async () => (await later).roomGauge.state() }),
  clock,
  openTab: (url) => void browser.tabs.create({ url }),
  showSource: async (request) => {
    const isShown = await (await later).showSource(request);
    // Where the page was open behind the popup all along, nothing else would close it.
    if (isShown) window.close();
    return isShown;
  },
  openOverview: () => void browser.runtime.openOptionsPage(),
  close: () => window.close(),
});

followAppearance(document, localStorage, settings);
render(<PopupApp model={model} />, document.body);
model.connect();
