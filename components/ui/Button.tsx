import './button.css';
import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import { Kbd } from './Kbd';

export interface ButtonProps {
  children: ComponentChildren;
  onClick?: (event: MouseEvent) => void;
  /** One `primary` a view; `quiet` has no border; `danger` destroys something. */
  variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Shows the icon only; `children` stays as the accessible name and the tooltip. */
  iconOnly?: boolean;
  /** Key that does the same, as `aria-keyshortcuts` writes it. */
  shortcut?: string;
  /** What to print for the key, when it should be seen. */
  keyCap?: string;
  type?: 'button' | 'submit';
  disabled?: boolean;
  /** Says to screen readers what is announced as chosen; leave out for buttons that do not toggle. */
  pressed?: boolean;
  /** Element that the button shows and hides. */
  expands?: { readonly id: string; readonly isOpen: boolean };
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({ variant = 'plain', type = 'button', iconOnly = false, ...props }: ButtonProps) {
  return (
    <button
      ref={props.buttonRef ?? null}
      class={`button button--${variant}${iconOnly ? ' button--icon-only' : ''}`}
      type={type}
      onClick={props.onClick}
      disabled={props.disabled}
      aria-pressed={props.pressed}
      aria-expanded={props.expands?.isOpen}
      aria-controls={props.expands?.id}
      aria-keyshortcuts={props.shortcut}
      title={iconOnly && typeof props.children === 'string' ? props.children : undefined}
    >
      {props.icon && <Icon name={props.icon} />}
      <span class={iconOnly ? 'visually-hidden' : 'button__label'}>{props.children}</span>
      {props.keyCap && (
        <span aria-hidden="true">
          <Kbd>{props.keyCap}</Kbd>
        </span>
      )}
    </button>
  );
}
