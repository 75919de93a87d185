import './icon.css';
import { ICON_PATHS, type IconName } from './icon-paths';

/** Decorative: the word next to it, or the label of its button, says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
