import './opening-file.css';
import { Phrase } from '@/components/ui/Phrase';
import { t } from '@/lib/ui/i18n';
import { FileName } from './ChooseFile';

export function OpeningFile({ name }: { name: string }) {
  return (
    <div class="opening-file">
      <h1 class="opening-file__title">
        <Phrase id="pdf.opening" parts={{ file: <FileName>{name}</FileName> }} />
      </h1>
      <progress class="opening-file__progress" aria-label={t('pdf.opening', { file: name })} />
    </div>
  );
}
