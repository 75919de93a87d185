import './notice.css';
import type { ComponentChildren } from 'preact';

/** One visible line about something that does not work, without getting in the way of what does. */
export function Notice({ children }: { children: ComponentChildren }) {
  return <p class="notice">{children}</p>;
}
