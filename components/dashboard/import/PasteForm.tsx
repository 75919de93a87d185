import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { TextArea } from '@/components/ui/TextArea';
import type { ImportModel } from '@/lib/ui/dashboard/import-model';
import { t } from '@/lib/ui/i18n';
import { Section } from '../Section';

/** A text from the clipboard. */
export function PasteForm({ imports }: { imports: ImportModel }) {
  const { pasted, title } = imports;
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <Section title={t('import.paste')}>
      <form
        class="bring-in__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.value.trim() === '') area.current?.focus();
          else void imports.paste();
        }}
      >
        <TextArea
          label={t('import.text')}
          hint={t('import.text-hint')}
          areaRef={area}
          value={pasted.value}
          onInput={(text) => {
            pasted.value = text;
          }}
        />
        <Field
          label={t('import.title')}
          value={title.value}
          onInput={(text) => {
            title.value = text;
          }}
        />
        <div>
          <Button variant="primary" type="submit">
            {t('import.take')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
