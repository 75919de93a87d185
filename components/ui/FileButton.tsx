import './button.css';
import './file-button.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon';

interface FileButtonProps {
  children: ComponentChildren;
  onChoose: (files: readonly File[]) => void;
  /** Endings and types that the browser is to offer. */
  accept: string;
  multiple?: boolean;
  variant?: 'primary' | 'plain' | 'quiet';
  describedBy?: string;
}

/** The browser's own choice of a file behind a label that looks like a button; the input keeps keyboard and focus. */
export function FileButton({ children, onChoose, variant = 'plain', ...props }: FileButtonProps) {
  const id = useId();
  return (
    <span class="file-button">
      <input
        id={id}
        class="file-button__input"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={props.describedBy}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])];
          if (files.length > 0) onChoose(files);
          // So that choosing the same file again is a change.
          input.value = '';
        }}
      />
      <label htmlFor={id} class={`button button--${variant}`}>
        <Icon name="file" />
        <span class="button__label">{children}</span>
      </label>
    </span>
  );
}
