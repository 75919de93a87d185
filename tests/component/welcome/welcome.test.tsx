import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WelcomeApp } from '@/components/welcome/WelcomeApp';
import { setUiLanguage } from '@/lib/ui/i18n';
import { WelcomeModel } from '@/lib/ui/welcome/welcome-model';
import { createMemorySettings, createMemorySites } from '../../support/memory-ports';

function show(query = '') {
  const sites = createMemorySites([], undefined);
  const settings = createMemorySettings();
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

  it('allows the offered site on one click, and leads there', async () => {
    const { sites } = show('?site=http://course.gleaner.test:4173/');
    const field = screen.getByLabelText('Address of the site') as HTMLInputElement;
    expect(field.value).toBe('http://course.gleaner.test:4173/');
    fireEvent.click(screen.getByRole('button', { name: 'Allow this site' }));
    const link = await screen.findByRole('link', { name: 'Open course.gleaner.test:4173' });
    expect(link.getAttribute('href')).toBe('http://course.gleaner.test:4173/');
    expect(await sites.allowedOrigins()).toEqual(['http://course.gleaner.test']);
    expect(screen.getByRole('status').textContent).toContain('course.gleaner.test:4173 is allowed.');
  });

  it('asks for the permission within the click, as the browser demands', () => {
    const { sites } = show('?site=http://course.test/');
    let isAsked = false;
    sites.requestAccess = async () => {
      isAsked = true;
      return true;
    };
    fireEvent.click(screen.getByRole('button', { name: 'Allow this site' }));
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
