import { readFileSync } from 'node:fs';

/** A request that reached the browser's network stack, from whatever page, worker or service. */
export interface NetworkRequest {
  readonly url: string;
  readonly method: string;
  /** Origin that asked, such as `chrome-extension://…`; absent for the browser itself and for typed addresses. */
  readonly initiator?: string;
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly method?: string; readonly initiator?: string };
  }[];
}

/** Reads the file of `--log-net-log`, complete once the browser has ended. */
export function readNetworkLog(file: string): NetworkRequest[] {
  const log = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const start = log.constants.logEventTypes.URL_REQUEST_START_JOB;
  return log.events.flatMap(({ type, params }) => {
    if (type !== start || params?.url === undefined) return [];
    const asked = params.initiator?.includes('://') ? { initiator: params.initiator } : {};
    return [{ url: params.url, method: params.method ?? 'GET', ...asked }];
  });
}
