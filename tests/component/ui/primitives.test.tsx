import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { Switch } from '@/components/ui/Switch';

afterEach(cleanup);

describe('a field', () => {
  it('is named by its label and described by its error, which marks it invalid', () => {
    render(<Field label="Site" value="" error="Not an address" onInput={() => {}} />);
    const field = screen.getByRole('textbox', { name: 'Site' });
    const note = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect([note?.textContent, field.getAttribute('aria-invalid')]).toEqual(['Not an address', 'true']);
  });
});

describe('a switch', () => {
  it('says its state and asks for the other one', () => {
    const onChange = vi.fn();
    render(<Switch label="Reading" checked={false} onChange={onChange} />);
    const element = screen.getByRole('switch', { name: 'Reading' });
    expect(element.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(element);
    expect(onChange).toHaveBeenCalledWith(true);
  });
});

describe('a dialog', () => {
  const onClose = vi.fn();
  const dialog = (open: boolean) => (
    <Dialog title="Keys" open={open} onClose={onClose} closeLabel="Close">
      <p>Text</p>
    </Dialog>
  );
  const openDialog = async () => {
    const { rerender } = render(dialog(true));
    const shown = await screen.findByRole<HTMLDialogElement>('dialog', { name: 'Keys' });
    await waitFor(() => expect(shown.open).toBe(true));
    return { shown, show: (open: boolean) => rerender(dialog(open)) };
  };

  it('is modal while open, named by its title, and can be closed', async () => {
    const { shown, show } = await openDialog();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalled();
    show(false);
    await waitFor(() => expect(shown.open).toBe(false));
    expect(screen.queryByText('Text')).toBeNull();
  });

  it('opens for the next question, though the browser closed it for Esc before anything was shown anew', async () => {
    const { shown, show } = await openDialog();
    shown.close();
    show(true);
    await waitFor(() => expect(shown.open).toBe(true));
  });

  it('does not take the late word of a closing for a no to the next question', async () => {
    const { shown } = await openDialog();
    fireEvent(shown, new Event('cancel'));
    expect(onClose).toHaveBeenCalledOnce();
    fireEvent(shown, new Event('close'));
    expect(onClose).toHaveBeenCalledOnce();
    fireEvent(shown, new Event('close'));
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});

describe('a live region', () => {
  it('says the same words again on another occasion', async () => {
    const { rerender } = render(<LiveRegion message="Undone" occasion={1} />);
    const region = screen.getByRole('status');
    await waitFor(() => expect(region.textContent).toBe('Undone'));
    const texts: (string | null)[] = [];
    const observer = new MutationObserver(() => texts.push(region.textContent));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    rerender(<LiveRegion message="Undone" occasion={2} />);
    await waitFor(() => expect(texts.at(-1)).toBe('Undone'));
    observer.disconnect();
  });
});
