import type { JobTrouble } from '@/lib/app/job';

/** What tells the kinds of trouble in the line that an error leaves: only its name and message cross from a worker. */
const SIGNS: readonly (readonly [JobTrouble, RegExp])[] = [
  [
    'out-of-memory',
    /out of memory|memory access out of bounds|bad_alloc|RangeError: .*(alloc|buffer|array length)/i,
  ],
  ['too-slow', /no answer in|TimeoutError|timed out/i],
  [
    'storage',
    /(Quota|Database|OpenFailed|Transaction|Abort|Constraint|NotReadable|Data|Unknown|InvalidState)\w*Error/,
  ],
  ['stopped', /stopped|terminated|could not be started/i],
];

/** @param detail an error as `Name: message`, or its message alone */
export function troubleOf(detail: string): JobTrouble {
  return SIGNS.find(([, sign]) => sign.test(detail))?.[0] ?? 'unexpected';
}
