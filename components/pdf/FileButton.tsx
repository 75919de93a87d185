import '@/components/ui/button.css';
import './file-button.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';

interface FileButtonProps {
  children: ComponentChildren;
  onChoose: (file: File) => void;
  variant?: 'primary' | 'plain' | 'quiet';
  describedBy?: string;
}

/** The browser's own choice of a file behind a label that looks like a button; the input keeps keyboard and focus. */
export function FileButton({ children, onChoose, variant = 'plain', describedBy }: FileButtonProps) {
  const id = useId();
  return (
    <span class="file-button">
      <input
        id={id}
        class="file-button__input"
        type="file"
        accept="application/pdf,.pdf"
        aria-describedby={describedBy}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) onChoose(file);
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
