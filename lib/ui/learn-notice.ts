import type { LearnRefusal } from '@/lib/app/learn-selection';
import type { SelectionReceipt } from '@/lib/app/ports/selection-store';
import type { Result } from '@/lib/domain/shared/result';
import { type MessageKey, t, uiLocale } from '@/lib/ui/i18n';

/** What a notice in a page says, and in which language. */
export interface NoticeWords {
  readonly text: string;
  readonly lang: 'en' | 'zh-CN';
  readonly close: string;
}

/** What a notice says, and how to call taking it back where that can be done. */
export interface LearnNotice {
  readonly words: NoticeWords;
  readonly undo?: { readonly label: string; readonly done: string; readonly failed: string };
}

const REFUSALS: Readonly<Record<LearnRefusal, MessageKey>> = {
  'nothing-selected': 'page.learn.nothing-selected',
  'too-short': 'page.learn.too-short',
  'too-long': 'page.learn.too-long',
  editable: 'page.learn.editable',
  'secret-field': 'page.learn.secret-field',
  'file-viewer': 'page.learn.file-viewer',
  'other-site': 'page.learn.other-site',
  unreadable: 'page.learn.unreadable',
  'queue-full': 'page.learn.queue-full',
  'disk-full': 'page.learn.disk-full',
  'no-consent': 'page.learn.no-consent',
  'private-host': 'page.learn.withheld',
  banking: 'page.learn.withheld',
  mail: 'page.learn.withheld',
  health: 'page.learn.withheld',
  government: 'page.learn.withheld',
};

export function noticeWords(text: string): NoticeWords {
  return { text, lang: uiLocale.value === 'zh-CN' ? 'zh-CN' : 'en', close: t('common.close') };
}

/** What became of a selection. */
export function learnNotice(learned: Result<SelectionReceipt, LearnRefusal>): LearnNotice {
  if (!learned.ok) return { words: noticeWords(t(REFUSALS[learned.error])) };
  const { added, chosen } = learned.value;
  const words = noticeWords(added.length > 0 ? t('page.kept', { count: added.length }) : t('page.known'));
  if (chosen.length === 0) return { words };
  const undo = { label: t('common.undo'), done: t('page.undo-done'), failed: t('page.undo-failed') };
  return { words, undo };
}
