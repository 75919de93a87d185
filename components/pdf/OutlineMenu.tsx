import './outline-menu.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { LearnerText } from '@/components/ui/LearnerText';
import type { OutlineEntry } from '@/lib/app/ports/pdf-file';
import { t } from '@/lib/ui/i18n';
import type { OpenFile } from '@/lib/ui/pdf/pdf-screen';

interface OutlineMenuProps {
  file: OpenFile;
  onGoTo: (page: number) => void;
}

/** The file's own table of contents, where it has one. */
export function OutlineMenu({ file, onGoTo }: OutlineMenuProps) {
  const [entries, setEntries] = useState<readonly OutlineEntry[]>([]);
  const [isOpen, setOpen] = useState(false);
  const target = useRef<number | undefined>(undefined);
  useEffect(() => {
    void file.pages.outline().then(setEntries);
  }, [file]);
  const leave = () => {
    setOpen(false);
    if (target.current !== undefined) onGoTo(target.current);
    target.current = undefined;
  };
  if (entries.length === 0) return null;
  return (
    <>
      <Button icon="contents" variant="quiet" onClick={() => setOpen(true)}>
        {t('pdf.contents')}
      </Button>
      <Dialog title={t('pdf.contents')} open={isOpen} onClose={leave} closeLabel={t('common.close')}>
        <ul class="outline-menu">
          {entries.map((entry, index) => (
            <li key={index} class={`outline-menu__entry outline-menu__entry--${Math.min(entry.depth, 3)}`}>
              <button
                type="button"
                class="outline-menu__link"
                onClick={() => {
                  target.current = entry.page;
                  setOpen(false);
                }}
              >
                <LearnerText lang="other">{entry.title}</LearnerText>
                <span class="outline-menu__page tabular">{entry.page}</span>
              </button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
