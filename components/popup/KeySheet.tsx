import './key-sheet.css';
import { Dialog } from '@/components/ui/Dialog';
import { Kbd } from '@/components/ui/Kbd';
import { type MessageKey, t } from '@/lib/ui/i18n';

const ROWS: readonly { readonly keys: readonly string[]; readonly does: MessageKey }[] = [
  { keys: ['1', '2', '3', '4'], does: 'popup.keys.number' },
  { keys: ['Enter'], does: 'popup.keys.enter' },
  { keys: ['Z', 'Ctrl+Z'], does: 'popup.keys.undo' },
  { keys: ['O'], does: 'popup.keys.source' },
  { keys: ['S'], does: 'popup.keys.skip' },
  { keys: ['?'], does: 'popup.keys.sheet' },
  { keys: ['Esc'], does: 'popup.keys.escape' },
];

export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title={t('popup.keys.title')} open={open} onClose={onClose} closeLabel={t('common.close')}>
      <dl class="key-sheet">
        {ROWS.map(({ keys, does }) => (
          <div key={does} class="key-sheet__row">
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <p class="key-sheet__note">{t('popup.keys.note', { undo: 'Ctrl+Z' })}</p>
    </Dialog>
  );
}
