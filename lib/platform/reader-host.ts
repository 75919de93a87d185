import type { ReaderHost } from '@/lib/app/ports/reader-host';
import { showPageState } from './badge';
import { registerForGrantedSites, sendScouts, startReader } from './content-scripts';
import { listTabs } from './tabs';

/** The tabs of this browser as places where readers run. How to talk to them is the caller's matter. */
export function createReaderHost(
  talk: Pick<ReaderHost, 'announce' | 'isReading' | 'isLeftAlone'>,
): ReaderHost {
  return { ...talk, registerForGrantedSites, tabs: listTabs, sendScouts, startReader, show: showPageState };
}
