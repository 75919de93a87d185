import { defineBackground } from 'wxt/utils/define-background';
import { runNoted } from '@/lib/platform/logger';
import { onFirstInstalled, openWelcomePage } from '@/lib/platform/tabs';
import { closeStorageToContentScripts } from '@/lib/storage/settings';
import { listenToBookmarks } from './bookmarks';
import { listenToAddressBar } from './omnibox';
import { createParts } from './parts';
import { listenToReaders } from './reading';
import { createEngineSearch, listenToSearches } from './search';
import { listenToSelections } from './selection';
import { createSourcePorts, listenToSources } from './source';
import { listenToStudy } from './study';

export default defineBackground(() => {
  const parts = createParts();
  const sources = createSourcePorts(parts);
  const engine = createEngineSearch();

  // All listeners are added in the first turn: the event that woke the worker is delivered right after it.
  listenToReaders(parts);
  listenToSelections(parts);
  listenToSources(sources);
  listenToStudy(parts);
  listenToBookmarks(parts);
  listenToSearches(engine);
  listenToAddressBar(parts, { search: engine, sources });
  onFirstInstalled(() => runNoted('welcome.open', openWelcomePage));

  // What was missed while the worker was not running.
  runNoted('storage.close', closeStorageToContentScripts);
  runNoted('readers.register', parts.reading.readers.registerForGrantedSites);
  parts.refreshStudy();
});
