import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { SettingsStore } from '@/lib/app/ports/settings';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import type { SnapshotStore } from '@/lib/app/ports/snapshot';
import { send } from '@/lib/messaging/bus';
import type { Router } from '@/lib/ui/dashboard/router';
import { openStudy, type StudyEnvironment } from '@/lib/ui/popup/open-study';
import { PageModel } from '@/lib/ui/popup/page-model';
import { PopupModel } from '@/lib/ui/popup/popup-model';
import { ProgressStore } from '@/lib/ui/popup/progress-store';
import { ReviewModel } from '@/lib/ui/popup/review-model';

interface ReviewParts extends Omit<StudyEnvironment, 'newPerDay'> {
  readonly settings: SettingsStore;
  readonly sites: SiteAccess;
  readonly snapshot: SnapshotStore;
  readonly router: Router;
}

/** Opens the round of questions that the popup shows, from the same snapshot, as often as it is asked for. */
export function createReviewOpener({
  settings,
  sites,
  snapshot,
  router,
  ...parts
}: ReviewParts): () => PopupModel {
  const newPerDay = async () => (await settings.read()).newPerDay;
  const goToToday = () => router.goTo({ name: 'today' });
  return () => {
    const study = openStudy({ ...parts, newPerDay });
    const review = new ReviewModel({
      ...parts,
      store: new ProgressStore(snapshot),
      study,
      onSaved: () => void send('study.changed', null),
    });
    return new PopupModel({
      page: new PageModel(sites, settings),
      review,
      study,
      // The dashboard around it says it already.
      room: signal('enough'),
      clock: parts.clock,
      openTab: (url) => void browser.tabs.create({ url }),
      showSource: async (request) => (await send('source.show', request)).ok,
      openOverview: goToToday,
      close: goToToday,
    });
  };
}
