import { useEffect, useRef } from 'preact/hooks';

interface LiveRegionProps {
  message: string;
  /** Another value says the message again, even when its words are the same. */
  occasion: unknown;
}

/** Says a message to screen readers without moving the focus. */
export function LiveRegion({ message, occasion }: LiveRegionProps) {
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (element.current) element.current.textContent = '';
    const frame = requestAnimationFrame(() => {
      if (element.current) element.current.textContent = message;
    });
    return () => cancelAnimationFrame(frame);
  }, [message, occasion]);
  return <p ref={element} class="visually-hidden" role="status" aria-live="polite" />;
}
