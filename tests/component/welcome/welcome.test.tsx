import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WelcomeApp } from '@/components/welcome/WelcomeApp';
import type { Settings } from '@/lib/app/ports/settings';
import { setUiLanguage } from '@/lib/ui/i18n';
import { WelcomeModel } from '@/lib/ui/welcome/welcome-model';
import { createMemorySettings, createMemorySites } from '../../support/memory-ports';

function show(query = '', initial: Partial<Settings> = { hasConsented: false }) {
  const sites = createMemorySites([], undefined);
  const settings = createMemorySettings(initial);
  render(<WelcomeApp model={new WelcomeModel({ sites, settings, query })} />);
  return { sites, settings };
}

beforeEach(() => setUiLanguage('en'));
afterEach(cleanup);

describe('the welcome page', () => {
  it('says what Gleaner does in three steps', () => {
    show();
    expect(screen.getByRole('heading', { level: 1, name: 'Learn what you read.' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'How it works' }).querySelectorAll('li')).toHaveLength(3);
    expect(screen.getByRole('link', { name: 'overview' }).getAttribute('href')).toBe('dashboard.html');
  });

  it('says what is kept and what is never read, and allows the offered site on one click below that', async () => {
    const { sites, settings } = show('?site=http://course.gleaner.test:4173/');
    const field = screen.getByLabelText('Address of the site') as HTMLInputElement;
    expect(field.value).toBe('http://course.gleaner.test:4173/');
    for (const part of ['What is kept', 'What is never read', 'What is left alone unless you insist']) {
      expect(screen.getByText(part)).toBeTruthy();
    }
    fireEvent.click(screen.getByRole('button', { name: 'Agree and allow' }));
    const link = await screen.findByRole('link', { name: 'Open course.gleaner.test:4173' });
    expect(link.getAttribute('href')).toBe('http://course.gleaner.test:4173/');
    expect(await sites.allowedOrigins()).toEqual(['http://course.gleaner.test']);
    expect(await settings.read()).toMatchObject({ hasConsented: true });
    expect(screen.getByRole('status').textContent).toContain('course.gleaner.test:4173 is allowed.');
    expect(await screen.findByRole('button', { name: 'Allow this site' })).toBeTruthy();
    expect(screen.queryByText('What is kept')).toBeNull();
  });

  it('asks once more before a site that is left alone otherwise', async () => {
    const { sites, settings } = show('?site=http://course.localhost:4173/');
    const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
    press('Agree and allow');
    const dialog = await screen.findByRole('dialog', { name: 'This address is on a private network' });
    expect(dialog.textContent).toContain('http://course.localhost');
    press('Leave it alone');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await sites.allowedOrigins()).toEqual([]);
    press('Agree and allow');
    await screen.findByRole('dialog');
    press('Read anyway');
    expect(await screen.findByRole('link', { name: 'Open course.localhost:4173' })).toBeTruthy();
    expect(await settings.read()).toMatchObject({
      hasConsented: true,
      confirmedSites: ['http://course.localhost'],
    });
  });

  it('asks for the permission within the click, as the browser demands', () => {
    const { sites } = show('?site=http://course.test/');
    let isAsked = false;
    sites.requestAccess = async () => {
      isAsked = true;
      return true;
    };
    fireEvent.click(screen.getByRole('button', { name: 'Agree and allow' }));
    expect(isAsked).toBe(true);
  });

  it('offers nothing that is no address', () => {
    show('?site=javascript:alert(1)');
    expect((screen.getByLabelText('Address of the site') as HTMLInputElement).value).toBe('');
  });

  it('changes its language', async () => {
    const { settings } = show();
    fireEvent.click(screen.getByRole('radio', { name: '简体中文' }));
    expect((await settings.read()).uiLanguage).toBe('zh');
    setUiLanguage('zh');
    expect(await screen.findByRole('heading', { level: 1, name: '读过的，记得住。' })).toBeTruthy();
    await waitFor(() => expect(document.title).toBe('欢迎使用拾穗'));
  });
});
