import './choice-group.css';
import { useId } from 'preact/hooks';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Language of the label, when it is not that of the page. */
  readonly lang?: string;
}

export interface ChoiceGroupProps<Value extends string> {
  label: string;
  options: readonly ChoiceOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  hint?: string;
  /** Keeps the label for screen readers only, where the context already shows it. */
  hideLabel?: boolean;
}

/** One of a few, side by side, all of them visible; native radio buttons, so arrow keys move. */
export function ChoiceGroup<Value extends string>({ label, hint, ...props }: ChoiceGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choice-group" aria-describedby={hint === undefined ? undefined : `${name}-hint`}>
      <legend class={props.hideLabel ? 'visually-hidden' : 'choice-group__label'}>{label}</legend>
      <div class="choice-group__options">
        {props.options.map(({ value, label: text, lang }) => (
          <label key={value} class="choice-group__option">
            <input
              class="choice-group__input"
              type="radio"
              name={name}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span lang={lang}>{text}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${name}-hint`} class="choice-group__hint">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
