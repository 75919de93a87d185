import './rail-nav.css';

export interface RailNavItem {
  href: string;
  label: string;
  current: boolean;
}

/** The places of a page, in words, one under the other (side by side where it is narrow). */
export function RailNav({ label, items }: { label: string; items: readonly RailNavItem[] }) {
  return (
    <nav class="rail-nav" aria-label={label}>
      <ul class="rail-nav__list">
        {items.map((item) => (
          <li key={item.href}>
            <a class="rail-nav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
