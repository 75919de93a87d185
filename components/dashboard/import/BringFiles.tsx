import { FileButton } from '@/components/ui/FileButton';
import { useDrop } from '@/components/ui/use-drop';
import { ACCEPTED_FILES, MOST_MEGABYTES } from '@/lib/domain/imports/file-kind';
import type { ImportModel } from '@/lib/ui/dashboard/import-model';
import { t } from '@/lib/ui/i18n';
import { Section } from '../Section';

/** Files from this device, chosen or dropped anywhere on the page. */
export function BringFiles({ imports }: { imports: ImportModel }) {
  const isDropping = useDrop((files) => void imports.bring(files));
  return (
    <Section title={t('import.files')}>
      <div class={`bring-in__place${isDropping ? ' bring-in__place--over' : ''}`}>
        <FileButton
          accept={ACCEPTED_FILES}
          multiple
          describedBy="bring-in-files"
          onChoose={(files) => void imports.bring(files)}
        >
          {t('import.choose')}
        </FileButton>
        <p class="bring-in__drop">{t(isDropping ? 'import.drop-now' : 'import.drop')}</p>
      </div>
      <p id="bring-in-files" class="bring-in__note">
        {t('import.formats', { text: MOST_MEGABYTES.text, book: MOST_MEGABYTES.epub })}
      </p>
    </Section>
  );
}
