import './switch.css';
import { useId } from 'preact/hooks';

export interface SwitchProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What the switch does, under its label. */
  hint?: string;
  disabled?: boolean;
}

/** On or off, at once; the knob's place tells as much as its colour. */
export function Switch({ label, checked, onChange, hint, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <div class="switch__text">
        <label class="switch__label" htmlFor={id}>
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} class="switch__hint">
            {hint}
          </p>
        )}
      </div>
      <input
        id={id}
        class="switch__input"
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
