import './button.css';
import './link-button.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';

export interface LinkButtonProps {
  children: ComponentChildren;
  href: string;
  variant?: 'primary' | 'plain' | 'quiet';
  icon?: IconName;
  /** Shows the icon only; `children` stays as the accessible name and the tooltip. */
  iconOnly?: boolean;
  /** Leads out of the extension, into a tab of its own. */
  external?: boolean;
}

/** A link that looks like a button, for the one thing to do next when that is another place. */
export function LinkButton({ children, href, variant = 'plain', icon, ...props }: LinkButtonProps) {
  const { iconOnly = false, external = false } = props;
  const target = external ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <a
      class={`button link-button button--${variant}${iconOnly ? ' button--icon-only' : ''}`}
      href={href}
      title={iconOnly && typeof children === 'string' ? children : undefined}
      {...target}
    >
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? 'visually-hidden' : 'button__label'}>{children}</span>
    </a>
  );
}
