/** Outlines on a 24 × 24 grid, drawn with one stroke weight. */
export const ICON_PATHS = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  pause: 'M9 6v12M15 6v12',
  play: 'M8.5 5.5v13l10-6.5z',
  undo: 'M9 6L5 10l4 4M5.5 10H14a5 5 0 0 1 0 10h-3',
  open: 'M14 5h5v5M19 5l-8 8M10 6H7a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-3',
  search: 'M11 5a6 6 0 1 1 0 12a6 6 0 0 1 0-12zM15.5 15.5L20 20',
  trash: 'M5 7h14M10 7V5h4v2M7 7l.8 12h8.4L17 7M10.5 11v4.5M13.5 11v4.5',
  skip: 'M6 6l7 6-7 6zM17 6v12',
} as const;

export type IconName = keyof typeof ICON_PATHS;
