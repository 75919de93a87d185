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
  /** Leads out of the extension, into a tab of its own. */
  external?: boolean;
}

/** A link that looks like a button, for the one thing to do next when that is another place. */
export function LinkButton({ children, href, variant = 'plain', icon, external = false }: LinkButtonProps) {
  const target = external ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <a class={`button link-button button--${variant}`} href={href} {...target}>
      {icon && <Icon name={icon} />}
      <span class="button__label">{children}</span>
    </a>
  );
}
