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
  it('is modal while open, named by its title, and can be closed', async () => {
    const onClose = vi.fn();
    const dialog = (open: boolean) => (
      <Dialog title="Keys" open={open} onClose={onClose} closeLabel="Close">
        <p>Text</p>
      </Dialog>
    );
    const { rerender } = render(dialog(false));
    expect(screen.queryByText('Text')).toBeNull();
    rerender(dialog(true));
    const shown = await screen.findByRole<HTMLDialogElement>('dialog', { name: 'Keys' });
    expect(shown.open).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalled();
    rerender(dialog(false));
    await waitFor(() => expect(shown.open).toBe(false));
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
