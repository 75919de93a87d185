import './select.css';
import { useId } from 'preact/hooks';
import type { ChoiceOption } from './ChoiceGroup';

export interface SelectProps<Value extends string> {
  label: string;
  /** The first stands for no choice; labels that come from a page carry their language. */
  options: readonly ChoiceOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Sets it apart from one that changes nothing. */
  isOn?: boolean;
}

/** One of many, in the browser's own list. */
export function Select<Value extends string>({ label, options, value, onChange, isOn }: SelectProps<Value>) {
  const id = useId();
  return (
    <div class={`select${isOn ? ' select--on' : ''}`}>
      <label class="select__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        class="select__list"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            lang={option.lang}
            selected={option.value === value}
          >
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
