import { defineBackground } from 'wxt/utils/define-background';
import { runNoted } from '@/lib/platform/logger';
import { onFirstInstalled, openWelcomePage } from '@/lib/platform/tabs';
import { closeStorageToContentScripts } from '@/lib/storage/settings';
import { createParts } from './parts';
import { listenToReaders } from './reading';
import { listenToSearches } from './search';
import { listenToSelections } from './selection';
import { listenToSources } from './source';
import { listenToStudy } from './study';

export default defineBackground(() => {
  const parts = createParts();

  // All listeners are added in the first turn: the event that woke the worker is delivered right after it.
  listenToReaders(parts);
  listenToSelections(parts);
  listenToSources(parts);
  listenToStudy(parts);
  listenToSearches();
  onFirstInstalled(() => runNoted('welcome.open', openWelcomePage));

  // What was missed while the worker was not running.
  runNoted('storage.close', closeStorageToContentScripts);
  runNoted('readers.register', parts.reading.readers.registerForGrantedSites);
  parts.refreshStudy();
});
