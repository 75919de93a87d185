import { describe, expect, it, vi } from 'vitest';
import type { Settings } from '@/lib/app/ports/settings';
import { AllowSiteModel } from '@/lib/ui/allow-site-model';
import { createMemorySettings, createMemorySites } from '../../support/memory-ports';

const COURSE = 'https://course.test';
const BANK = 'https://www.chase.com';

async function setUp(initial: Partial<Settings> = {}) {
  const settings = createMemorySettings(initial);
  const sites = createMemorySites([], undefined);
  const model = new AllowSiteModel(sites, settings);
  await settings.read();
  return { settings, sites, model };
}

describe('allowing a site', () => {
  it('asks nothing but the browser once the learner has agreed, in the turn of the click', async () => {
    const { model, sites } = await setUp();
    const request = vi.spyOn(sites, 'requestAccess');
    const outcome = model.begin(COURSE);
    expect(request).toHaveBeenCalledWith(COURSE);
    expect(await outcome).toBe('allowed');
    expect(model.question.value).toBeUndefined();
  });

  it('shows the words before the first site, and remembers that they were agreed to', async () => {
    const { model, sites, settings } = await setUp({ hasConsented: false });
    expect(await model.begin(COURSE)).toBe('asking');
    expect(model.question.value).toEqual({ site: COURSE, needsConsent: true });
    expect(await sites.allowedOrigins()).toEqual([]);
    expect(await settings.read()).toMatchObject({ hasConsented: false });
    expect(await model.agree()).toBe('allowed');
    expect(await sites.allowedOrigins()).toEqual([COURSE]);
    expect(await settings.read()).toMatchObject({ hasConsented: true, confirmedSites: [] });
  });

  it('takes the button below the words for the consent', async () => {
    const { model, settings } = await setUp({ hasConsented: false });
    expect(await model.begin(COURSE, true)).toBe('allowed');
    expect(await settings.read()).toMatchObject({ hasConsented: true });
  });

  it('asks before a site that is left alone otherwise, whatever page asks', async () => {
    const { model, settings } = await setUp({ hasConsented: false });
    expect(await model.begin(BANK, true)).toBe('asking');
    expect(model.question.value).toEqual({ site: BANK, needsConsent: false, reason: 'banking' });
    await model.agree();
    expect(await settings.read()).toMatchObject({ hasConsented: true, confirmedSites: [BANK] });
    expect(await model.begin(BANK)).toBe('allowed');
  });

  it('has stored the answer before the prompt of the browser can close the page', async () => {
    const { model, sites, settings } = await setUp({ hasConsented: false });
    const stored: Settings[] = [];
    vi.spyOn(sites, 'requestAccess').mockImplementation(async () => {
      stored.push(await settings.read());
      return true;
    });
    await model.begin(BANK);
    const done = model.agree();
    expect(sites.requestAccess).toHaveBeenCalled();
    await done;
    expect(stored).toMatchObject([{ hasConsented: true, confirmedSites: [BANK] }]);
  });

  it('changes nothing when the learner says no, here or to the browser', async () => {
    const { model, sites, settings } = await setUp({ hasConsented: false, confirmedSites: [COURSE] });
    const before = await settings.read();
    await model.begin(BANK);
    model.leave();
    expect(model.question.value).toBeUndefined();
    vi.spyOn(sites, 'requestAccess').mockResolvedValue(false);
    await model.begin(BANK);
    expect(await model.agree()).toBe('declined');
    expect(await settings.read()).toEqual(before);
  });

  it('takes back its own confirmation only, when the learner says no to the browser', async () => {
    const { model, sites, settings } = await setUp({ confirmedSites: [COURSE] });
    vi.spyOn(sites, 'requestAccess').mockImplementation(async () => {
      // Another page goes on meanwhile.
      await settings.update({ confirmedSites: [BANK, 'https://other.test'] });
      return false;
    });
    await model.begin(BANK);
    expect(await model.agree()).toBe('declined');
    expect((await settings.read()).confirmedSites).toEqual(['https://other.test']);
  });
});
