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
  why: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.4v.1',
  skip: 'M6 6l7 6-7 6zM17 6v12',
  file: 'M7 4h7l4 4v12H7zM14 4v4h4',
  plus: 'M12 6v12M6 12h12',
  minus: 'M6 12h12',
  up: 'M6.5 14.5L12 9l5.5 5.5',
  down: 'M6.5 9.5L12 15l5.5-5.5',
  width: 'M4 6v12M20 6v12M7.5 12h9M10 9l-3 3 3 3M14 9l3 3-3 3',
  contents: 'M5 7h14M8 12h11M8 17h11',
  contrast: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 4v16M15 5.8v12.4M18 8v8',
} as const;

export type IconName = keyof typeof ICON_PATHS;
