import '@/components/ui/field.css';
import './search-field.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { t } from '@/lib/ui/i18n';
import { isForWriting } from './search-keys';

interface SearchFieldProps {
  value: string;
  /** @param isUnfinished characters are still being composed */
  onType: (text: string, isUnfinished: boolean) => void;
}

/** Words to search for. The key `/` leads here from anywhere in the view, `Escape` empties it. */
export function SearchField({ value, onType }: SearchFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useSlash(() => field.current?.focus());
  const clear = () => {
    onType('', false);
    field.current?.focus();
  };
  return (
    <div class="search-field">
      <label class="field__label" htmlFor={id}>
        {t('dashboard.reading.search')}
      </label>
      <div class="search-field__box">
        <Icon name="search" />
        <input
          ref={field}
          id={id}
          class="field__input search-field__input"
          type="search"
          aria-keyshortcuts="/"
          value={value}
          placeholder={t('dashboard.reading.search-hint')}
          dir="auto"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => onType(event.currentTarget.value, event.isComposing)}
          onCompositionEnd={(event) => onType(event.currentTarget.value, false)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing || value === '') return;
            event.preventDefault();
            clear();
          }}
        />
        {value === '' ? (
          <span class="search-field__key" aria-hidden="true">
            <Kbd>/</Kbd>
          </span>
        ) : (
          <Button variant="quiet" icon="cross" iconOnly onClick={clear}>
            {t('dashboard.search.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Calls back for `/` unless something else is being written in. */
function useSlash(onSlash: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isForWriting(document.activeElement) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      onSlash();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
