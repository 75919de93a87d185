import './field.css';
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** Keeps the label for screen readers only, where the context already shows it. */
  hideLabel?: boolean;
  placeholder?: string;
  hint?: string;
  error?: string;
  /** Shows dots for what is typed. */
  secret?: boolean;
  /** Language of what is typed, for fonts and spelling. */
  lang?: string;
  readOnly?: boolean;
  /** Id of an element that says what to enter. */
  describedBy?: string;
  inputRef?: Ref<HTMLInputElement>;
}

const PASSWORD = { type: 'password' } as const;

export function Field({ label, value, onInput, ...props }: FieldProps) {
  const id = useId();
  const note = props.error ?? props.hint;
  const descriptions = [props.describedBy, note === undefined ? undefined : `${id}-note`].filter(Boolean);
  return (
    <div class="field">
      <label class={props.hideLabel ? 'visually-hidden' : 'field__label'} htmlFor={id}>
        {label}
      </label>
      <input
        ref={props.inputRef ?? null}
        id={id}
        class="field__input"
        {...(props.secret ? PASSWORD : { type: 'text' })}
        value={value}
        placeholder={props.placeholder}
        lang={props.lang}
        dir="auto"
        readOnly={props.readOnly}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={props.error !== undefined}
        aria-describedby={descriptions.join(' ') || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {note !== undefined && (
        <p
          id={`${id}-note`}
          class={props.error === undefined ? 'field__note' : 'field__note field__note--error'}
        >
          {note}
        </p>
      )}
    </div>
  );
}
