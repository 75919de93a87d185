import { describe, expect, it } from 'vitest';
import { offeredAddress, WelcomeModel } from '@/lib/ui/welcome/welcome-model';
import { createMemorySettings, createMemorySites } from '../../support/memory-ports';

describe('the address that the welcome page offers', () => {
  it('is the one in the query', () => {
    expect(offeredAddress('?site=http%3A%2F%2Fcourse.test%3A4173%2Fa')).toBe('http://course.test:4173/a');
  });

  it.each([
    '',
    '?site=',
    '?site=nonsense',
    '?site=javascript%3Aalert(1)',
    '?site=chrome-extension%3A%2F%2Fx',
  ])('is none in %j', (query) => {
    expect(offeredAddress(query)).toBe('');
  });

  it('needs no second click when its site is allowed already', async () => {
    const sites = createMemorySites(['http://course.test'], undefined);
    const settings = createMemorySettings();
    const model = new WelcomeModel({ sites, settings, query: '?site=http://course.test:4173/' });
    await model.connect();
    expect(model.form.allowedAddress.value).toBe('http://course.test:4173/');
  });
});
