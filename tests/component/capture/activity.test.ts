import { beforeEach, describe, expect, it } from 'vitest';
import { type Activity, createActivity } from '@/lib/capture/activity';

let now: number;
let activity: Activity;

beforeEach(() => {
  now = 0;
  activity = createActivity(() => now, 1);
  activity.listenIn(document);
});

/** An event as the browser sends it; those of scripts are not trusted. */
function send(type: string, target: EventTarget = document, isTrusted = true): void {
  const event = new Event(type, { bubbles: type !== 'scroll' });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
}

describe('activity', () => {
  it('ends a minute after the last sign of the learner', () => {
    now = 60_000;
    expect(activity.isIdle(5_000)).toBe(false);
    now = 60_001;
    expect(activity.isIdle(5_000)).toBe(true);
  });

  it('lasts for twice what reading the text in view takes', () => {
    now = 200_000;
    expect(activity.isIdle(110_000)).toBe(false);
    expect(activity.isIdle(90_000)).toBe(true);
  });

  it.each(['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove', 'selectionchange', 'scroll'])(
    'goes on with %s',
    (type) => {
      now = 100_000;
      send(type);
      now = 150_000;
      expect(activity.isIdle(0)).toBe(false);
    },
  );

  it('does not take scripts and carousels for the learner', () => {
    const carousel = document.createElement('div');
    document.body.append(carousel);
    now = 100_000;
    send('pointermove', document, false);
    send('scroll', carousel);
    expect(activity.isIdle(0)).toBe(true);
  });

  it('is shorter on a page that is read faster, though not shorter than text may come late', () => {
    const fast = createActivity(() => now, 3);
    const faster = createActivity(() => now, 100);
    now = 15_000;
    expect([fast.isIdle(0), faster.isIdle(0)]).toEqual([false, true]);
    now = 20_001;
    expect(fast.isIdle(0)).toBe(true);
  });

  it('hears nothing after it was stopped', () => {
    activity.stop();
    now = 100_000;
    send('keydown');
    expect(activity.isIdle(0)).toBe(true);
  });
});
