import type { ReaderHost } from '@/lib/app/ports/reader-host';
import { showSiteState } from './badge';
import { injectReader, registerForGrantedSites } from './content-scripts';
import { listTabs } from './tabs';

/** The tabs of this browser as places where readers run. How to talk to a reader is the caller's matter. */
export function createReaderHost(instruct: ReaderHost['instruct']): ReaderHost {
  return { registerForGrantedSites, tabs: listTabs, instruct, inject: injectReader, show: showSiteState };
}
