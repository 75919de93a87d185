import { beforeAll, describe, expect, it } from 'vitest';
import { exerciseInView, giveAnswer, takeSuggestedRating } from '../support/learner';
import type { NetworkRequest } from '../support/network-log';
import { read, startStudy, waitForExercises } from '../support/study';

/** What Chromium itself asks for in a fresh profile: component updates and the list of signed-in accounts. */
const BROWSER_SERVICES = /(^|\.)(google|googleapis|gvt1)\.com$/;

describe('the network, blocked and logged from the first start', () => {
  let requests: readonly NetworkRequest[];
  let extensionOrigin: string;

  beforeAll(async () => {
    const study = await startStudy({ blockNetwork: true, logsNetwork: true });
    const { extension, page } = study;
    extensionOrigin = `chrome-extension://${extension.id}`;
    await read(study, '/bees.html', '/tea.html');
    const exercises = await waitForExercises(study, 2);
    const popup = await extension.openPopup(page);
    const asked = await exerciseInView(popup, exercises);
    await giveAnswer(popup, asked, asked.key);
    await takeSuggestedRating(popup);
    await extension.waitForTable('reviews', (rows) => rows.length === 1);
    await popup.close();
    for (const path of ['dashboard.html', 'welcome.html']) await extension.openPage(path);
    requests = await extension.closeAndListRequests();
    await study.site.close();
  });

  it('saw the pages that were opened', () => {
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(
      expect.arrayContaining(['/bees.html', '/tea.html']),
    );
  });

  it('saw no request of the extension', () => {
    expect(requests.filter(({ initiator }) => initiator?.startsWith('chrome-extension://'))).toEqual([]);
    expect(requests.filter(({ url }) => url.startsWith(extensionOrigin))).toEqual([]);
  });

  it('saw no request to anywhere but the course, from whatever context', () => {
    const strange = requests.filter(({ url }) => {
      const { hostname } = new URL(url);
      return hostname !== 'course.test' && !BROWSER_SERVICES.test(hostname);
    });
    expect(strange).toEqual([]);
  });
});
