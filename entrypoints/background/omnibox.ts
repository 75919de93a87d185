import { newestOnly } from '@/lib/app/newest-only';
import type { Search } from '@/lib/app/ports/search';
import type { ShowSourcePorts } from '@/lib/app/show-source';
import { openSuggestion, suggestReading } from '@/lib/app/suggest-reading';
import { leaveAskedSearch } from '@/lib/platform/asked-search';
import { logFailure, runNoted } from '@/lib/platform/logger';
import { describeEnter, onAddressBar, TYPED_WORDS } from '@/lib/platform/omnibox';
import { onInstalled } from '@/lib/platform/tabs';
import { createFoundPassages } from '@/lib/storage/found-passages';
import { t } from '@/lib/ui/i18n';
import { speakAsChosen } from './notices';
import type { BackgroundParts } from './parts';

/** Search in what was read from the address bar, behind the keyword of the manifest. */
export function listenToAddressBar(
  { db, settings }: BackgroundParts,
  { search, sources }: { readonly search: Search; readonly sources: ShowSourcePorts },
): void {
  const found = createFoundPassages(db);
  const suggest = newestOnly((text: string) => suggestReading({ search, found }, text));
  const describe = async () => {
    await speakAsChosen(settings);
    describeEnter(t('common.address-bar.enter', { words: TYPED_WORDS }));
  };

  onAddressBar({
    started: () => runNoted('address-bar.describe', describe),
    // Suggestions for words that were overtaken are ignored by the browser, and none is better than a failure.
    typed: async (text) => {
      try {
        return (await suggest(text)) ?? [];
      } catch (error) {
        logFailure('address-bar.suggest', error);
        return [];
      }
    },
    entered: (text, place) =>
      runNoted('address-bar.open', () =>
        openSuggestion({ found, sources, leaveAsked: leaveAskedSearch }, text, place),
      ),
  });
  onInstalled(() => runNoted('address-bar.describe', describe));
  settings.watch(() => runNoted('address-bar.describe', describe));
}
