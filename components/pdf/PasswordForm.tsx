import './password-form.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Phrase } from '@/components/ui/Phrase';
import { t } from '@/lib/ui/i18n';
import type { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import { FileName } from './ChooseFile';

interface PasswordFormProps {
  model: PdfReaderModel;
  name: string;
  wasWrong: boolean;
}

/** Asks for the password of a protected file; it lives in this field and nowhere else. */
export function PasswordForm({ model, name, wasWrong }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const open = (event: Event) => {
    event.preventDefault();
    if (password !== '') void model.unlock(password);
  };
  return (
    <form class="password-form" onSubmit={open}>
      <h1 class="password-form__title">
        <Phrase id="pdf.password" parts={{ file: <FileName>{name}</FileName> }} />
      </h1>
      <Field
        secret
        label={t('pdf.password-label')}
        hint={t('pdf.password-why')}
        {...(wasWrong && { error: t('pdf.password-wrong') })}
        value={password}
        onInput={setPassword}
        inputRef={input}
      />
      <div class="password-form__actions">
        <Button type="submit" variant="primary">
          {t('pdf.password-open')}
        </Button>
        <Button variant="quiet" onClick={() => model.close()}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
