import './field.css';
import './text-area.css';
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';

interface TextAreaProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  areaRef?: Ref<HTMLTextAreaElement>;
}

/** A field for more than a line. */
export function TextArea({ label, value, onInput, hint, areaRef }: TextAreaProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={areaRef ?? null}
        id={id}
        class="field__input text-area"
        rows={6}
        value={value}
        dir="auto"
        spellcheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-note`} class="field__note">
          {hint}
        </p>
      )}
    </div>
  );
}
