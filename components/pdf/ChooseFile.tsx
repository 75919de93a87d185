import './choose-file.css';
import { FileButton } from '@/components/ui/FileButton';
import { LearnerText } from '@/components/ui/LearnerText';
import { Phrase } from '@/components/ui/Phrase';
import { t } from '@/lib/ui/i18n';
import type { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import type { FileTrouble } from '@/lib/ui/pdf/pdf-screen';
import { PDF_FILES } from './pdf-files';

interface ChooseFileProps {
  model: PdfReaderModel;
  isDropping: boolean;
  trouble?: FileTrouble;
  name?: string;
}

/** Where a file comes in, and what became of the last one. */
export function ChooseFile({ model, isDropping, trouble, name = '' }: ChooseFileProps) {
  return (
    <div class="choose-file">
      <h1 class="choose-file__headline">{t('pdf.headline')}</h1>
      <p class="choose-file__lead">{t('pdf.lead')}</p>
      {trouble !== undefined && (
        <div class="choose-file__trouble" role="alert">
          <p class="choose-file__trouble-title">
            <Phrase id="pdf.trouble" parts={{ file: <FileName>{name}</FileName> }} />
          </p>
          <p>{t(`pdf.trouble.${trouble}`)}</p>
        </div>
      )}
      <Wanted model={model} />
      <div class="choose-file__place">
        <FileButton
          variant="primary"
          describedBy="pdf-promise"
          accept={PDF_FILES}
          onChoose={([file]) => file && void model.choose(file)}
        >
          {t('pdf.choose')}
        </FileButton>
        <p class="choose-file__drop">{t(isDropping ? 'pdf.drop-now' : 'pdf.drop')}</p>
      </div>
      <p id="pdf-promise" class="choose-file__promise">
        {t('pdf.promise')}
      </p>
    </div>
  );
}

function Wanted({ model }: { model: PdfReaderModel }) {
  const wanted = model.wanted.value;
  if (wanted === undefined) return null;
  return (
    <div class="choose-file__wanted">
      <p>
        <Phrase id="pdf.wanted" parts={{ file: <FileName>{wanted.fileName}</FileName>, page: wanted.page }} />
      </p>
      <p class="choose-file__why">{t('pdf.wanted-why')}</p>
    </div>
  );
}

export function FileName({ children }: { children: string }) {
  return (
    <LearnerText class="choose-file__name" lang="other">
      {children}
    </LearnerText>
  );
}
