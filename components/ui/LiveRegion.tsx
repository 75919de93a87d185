import { useEffect, useRef } from 'preact/hooks';

/** Says a message to screen readers without moving the focus. `id` makes the same words count as news. */
export function LiveRegion({ message, id }: { message: string; id: number }) {
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (element.current) element.current.textContent = '';
    const frame = requestAnimationFrame(() => {
      if (element.current) element.current.textContent = message;
    });
    return () => cancelAnimationFrame(frame);
  }, [message, id]);
  return <p ref={element} class="visually-hidden" role="status" aria-live="polite" />;
}
