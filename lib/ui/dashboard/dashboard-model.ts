import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { EngineState } from '@/lib/app/ports/engine-status';
import type { InterestSummary, Library } from '@/lib/app/ports/library';
import type { ReviewStore } from '@/lib/app/ports/review-store';
import type { Settings, SettingsStore } from '@/lib/app/ports/settings';
import type { SiteAccess } from '@/lib/app/ports/site-access';
import type { SourceRequest } from '@/lib/app/show-source';
import type { Clock, EpochMs } from '@/lib/domain/shared/clock';
import type { DiskRoomState } from '@/lib/domain/shared/disk-room';
import { type Live, liveSignal } from '@/lib/ui/live-signal';
import type { PopupModel } from '@/lib/ui/popup/popup-model';
import { settingsSignal } from '@/lib/ui/settings-signal';
import { type BookmarksEnvironment, BookmarksModel } from './bookmarks-model';
import { type ForgettingEnvironment, ForgettingModel } from './forgetting-model';
import { GivenUpModel, type WorkEnvironment } from './given-up-model';
import { type ImportEnvironment, ImportModel } from './import-model';
import { groupDecisions, type LogDay } from './log-view';
import { loadPage, type PageOutline } from './page-outline';
import { type ReadingEnvironment, ReadingModel } from './reading-model';
import { type Route, viewOf } from './route';
import type { Router } from './router';
import { type SiteRow, SitesModel } from './sites-model';
import { loadOverview, type StudyOverview } from './study-overview';
import { switchingSignal } from './switching-signal';
import { loadToday, type TodayView } from './today-view';

export interface DashboardEnvironment extends ReadingEnvironment {
  readonly library: Library;
  readonly reviews: Pick<ReviewStore, 'countFreshAsked'>;
  readonly forgetting: ForgettingEnvironment;
  readonly imports: ImportEnvironment;
  readonly bookmarks: BookmarksEnvironment;
  readonly sites: SiteAccess;
  readonly settings: SettingsStore;
  readonly engineState: () => Promise<EngineState | undefined>;
  readonly work: WorkEnvironment;
  /** How much room there is on the disk. */
  readonly room: ReadonlySignal<DiskRoomState>;
  readonly router: Router;
  /** Changes when time has passed that matters for what is due. */
  readonly minute: ReadonlySignal<EpochMs>;
  readonly clock: Clock;
  readonly utcOffsetMinutes: () => number;
  /** A round of questions that goes on where popup or dashboard left it. */
  readonly openReview: () => PopupModel;
  /** Shows a passage in the page that it was read on. */
  readonly showSource: (request: SourceRequest) => void;
}

/** A query that waits for another one to take its place. */
const notYet = () => new Promise<never>(() => {});

/** The dashboard as a whole: which of its views is shown, and what each of them knows and does. */
export class DashboardModel {
  readonly route: ReadonlySignal<Route>;
  readonly overview: ReadonlySignal<Live<StudyOverview>>;
  readonly today: ReadonlySignal<Live<TodayView>>;
  readonly interests: ReadonlySignal<Live<InterestSummary[]>>;
  readonly log: ReadonlySignal<Live<LogDay[]>>;
  readonly reading: ReadingModel;
  readonly imports: ImportModel;
  readonly bookmarks: BookmarksModel;
  readonly givenUp: GivenUpModel;
  readonly sites: SitesModel;
  readonly forgetting: ForgettingModel;
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly room: ReadonlySignal<DiskRoomState>;
  readonly clock: Clock;
  readonly openReview: () => PopupModel;
  readonly showSource: (request: SourceRequest) => void;
  /** Makes an engine try again that waits after a failure. */
  readonly tryAgain: () => void;
  readonly #environment: DashboardEnvironment;

  constructor(environment: DashboardEnvironment) {
    const { library, minute, sites, settings } = environment;
    this.#environment = environment;
    this.route = environment.router.route;
    this.clock = environment.clock;
    this.room = environment.room;
    this.openReview = environment.openReview;
    this.showSource = environment.showSource;
    this.tryAgain = environment.work.tryAgain;
    this.settings = settingsSignal(settings);
    this.overview = liveSignal(() => loadOverview(environment));
    this.today = switchingSignal(() => {
      void minute.value;
      const newPerDay = this.settings.value?.newPerDay;
      return newPerDay === undefined ? notYet : () => loadToday(environment, newPerDay);
    });
    this.interests = liveSignal(() => library.interests());
    this.log = liveSignal(async () => groupDecisions(await library.decisions()));
    this.reading = new ReadingModel(environment);
    this.imports = new ImportModel(environment.imports);
    this.bookmarks = new BookmarksModel(environment.bookmarks);
    this.givenUp = new GivenUpModel(environment.work.retry);
    this.sites = new SitesModel(sites, settings, this.settings, library);
    this.forgetting = new ForgettingModel({
      ...environment.forgetting,
      afterwards: (kind) => this.#afterForgetting(kind),
    });
  }

  /** Asks the browser which sites are allowed; a receipt is of the view that it was given in. */
  connect(): void {
    void this.sites.refresh();
    this.reading.connect();
    const view = computed(() => viewOf(this.route.value));
    effect(() => {
      void view.value;
      this.clearReceipts();
    });
  }

  clearReceipts(): void {
    this.givenUp.clear();
    this.sites.removed.value = undefined;
    this.forgetting.receipt.value = undefined;
  }

  /** Stops reading on a site at once, and asks whether what was read there may stay. */
  async removeSite({ site, pages }: SiteRow): Promise<void> {
    await this.sites.remove(site);
    if (pages > 0) await this.forgetting.ask({ kind: 'site', site, isRemoved: true });
  }

  pageSignal(pageId: string): ReadonlySignal<Live<PageOutline | undefined>> {
    return liveSignal(() => loadPage(this.#environment.library, pageId));
  }

  async change(settings: Partial<Settings>): Promise<void> {
    await this.#environment.settings.update(settings);
  }

  async #afterForgetting(kind: Parameters<ForgettingEnvironment['afterwards']>[0]): Promise<void> {
    await this.#environment.forgetting.afterwards(kind);
    if (kind === 'everything') {
      this.reading.clear();
      await this.sites.refresh();
    }
    if (kind === 'page' && this.route.peek().name === 'page')
      this.#environment.router.goTo({ name: 'reading' });
  }
}
