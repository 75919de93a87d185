import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { render } from 'preact';
import { PdfReaderApp } from '@/components/pdf/PdfReaderApp';
import { trustPackagedScripts } from '@/lib/engine/trusted-types';
import { handle, send } from '@/lib/messaging/bus';
import { DONE } from '@/lib/messaging/protocol';
import { openPdf } from '@/lib/pdf/open-pdf';
import { sha256Hex, sha256OfBytes } from '@/lib/platform/sha256';
import { createReadingStore } from '@/lib/storage/reading-store';
import { createSettingsStore } from '@/lib/storage/settings';
import { createStudyDb } from '@/lib/storage/study-db';
import { followAppearance } from '@/lib/ui/appearance';
import { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import { createFileFollower } from './follow-file';
import { findWantedPlace } from './wanted-place';

// The library's worker is a script of the package, started by its address.
trustPackagedScripts();

const db = createStudyDb();
const settings = createSettingsStore();
const readings = createReadingStore(db);
const follower = createFileFollower({
  readings,
  settings,
  hash: sha256Hex,
  now: () => Date.now(),
  onStored: () => void send('study.changed', null),
});
const model = new PdfReaderModel({
  openPdf,
  hashBytes: sha256OfBytes,
  settings,
  follower,
  wanted: () => findWantedPlace(db, sha256Hex, location.search),
});

handle('study.erased', () => {
  follower.beginAnew();
  return DONE;
});
followAppearance(document, localStorage, settings);
render(<PdfReaderApp model={model} />, document.body);
void model.connect();
