import './kbd.css';

/** A key cap. */
export function Kbd({ children }: { children: string }) {
  return <kbd class="kbd">{children}</kbd>;
}
