/** Languages that Gleaner writes exercises in. */
export type Language = 'en' | 'zh';

/** Language of a stretch of captured text; `other` is kept and searchable but never asked about. */
export type TextLanguage = Language | 'other';
