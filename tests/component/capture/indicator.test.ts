import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIndicator, type Indicator } from '@/lib/capture/indicator';

const TITLE = 'reading along';

let indicator: Indicator;

const hosts = () => [...document.documentElement.children].filter(({ tagName }) => tagName === 'DIV');
const mutationsSeen = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  document.body.textContent = 'The page.';
  indicator = createIndicator(TITLE);
});

afterEach(() => indicator.remove());

describe('the mark at the edge of the page', () => {
  it('changes nothing in the page before it is shown and after it is removed', () => {
    const before = document.documentElement.outerHTML;
    createIndicator(TITLE);
    expect(document.documentElement.outerHTML).toBe(before);
    indicator.show();
    expect(hosts()).toHaveLength(1);
    indicator.remove();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('stands beside the body, without text, in a root that pages cannot open', () => {
    indicator.show();
    const [host] = hosts();
    expect(host?.shadowRoot).toBeNull();
    expect(host?.textContent).toBe('');
    expect(host?.getAttribute('aria-hidden')).toBe('true');
    expect(document.body.textContent).toBe('The page.');
  });

  it('is one mark however often it is shown', () => {
    indicator.show();
    indicator.show();
    expect(hosts()).toHaveLength(1);
  });

  it('comes back a few times when the page removes it, then lets it be', async () => {
    indicator.show();
    const removals: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      for (const host of hosts()) host.remove();
      await mutationsSeen();
      removals.push(hosts().length);
    }
    expect(removals).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it('stays away once it was told to go', async () => {
    indicator.show();
    indicator.remove();
    document.documentElement.append(document.createElement('span'));
    await mutationsSeen();
    expect(hosts()).toEqual([]);
    document.querySelector('html > span')?.remove();
  });

  it('may be shown again, and then returns as often as before', async () => {
    indicator.show();
    indicator.remove();
    indicator.show();
    for (const host of hosts()) host.remove();
    await mutationsSeen();
    expect(hosts()).toHaveLength(1);
  });
});
