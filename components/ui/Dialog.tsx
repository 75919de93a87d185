import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './Button';

export interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  closeLabel: string;
  children: ComponentChildren;
  /** Buttons beside the closing one. */
  actions?: ComponentChildren;
}

/** Modal window on the native element: the browser keeps the focus inside, closes it on Esc and returns the focus. */
export function Dialog({ title, open, onClose, closeLabel, children, actions }: DialogProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  // Closings that the owner knows of: the browser tells them late, when something else may be asked already.
  const toldClosings = useRef(0);
  // After each render, since whoever presses Esc and asks again may do both between two renders.
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
      // A body that scrolls would take the focus from the button that changes nothing.
      dialog.querySelector<HTMLElement>('.dialog__actions button')?.focus();
    }
    if (!open && dialog?.open) {
      toldClosings.current += 1;
      dialog.close();
    }
  });
  const onEscape = (event: Event) => {
    if (event.target !== element.current) return;
    toldClosings.current += 1;
    onClose();
  };
  const onClosed = () => {
    if (toldClosings.current > 0) toldClosings.current -= 1;
    else onClose();
  };
  return (
    <dialog ref={element} class="dialog" aria-labelledby={id} onCancel={onEscape} onClose={onClosed}>
      {open && (
        <>
          <h2 id={id} class="dialog__title">
            {title}
          </h2>
          <div class="dialog__body">{children}</div>
          <div class="dialog__actions">
            <Button onClick={onClose}>{closeLabel}</Button>
            {actions}
          </div>
        </>
      )}
    </dialog>
  );
}
