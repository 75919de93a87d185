import { useId } from 'preact/hooks';
import '@/components/ui/field.css';

interface DateFieldProps {
  label: string;
  /** YYYY-MM-DD; empty while no day is chosen. */
  value: string;
  onChange: (value: string) => void;
}

/** A day, chosen in the browser's own calendar. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        class="field__input"
        type="date"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
