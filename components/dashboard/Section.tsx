import './section.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  title: string;
  children: ComponentChildren;
}

/** A titled part of a view, set apart by a hairline. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} class="section__title">
        {title}
      </h2>
      {children}
    </section>
  );
}
