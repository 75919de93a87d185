import { type Countdown, createCountdown } from './countdown';
import { NOTICE_STYLE } from './notice-style';

export interface NoticeContent {
  readonly text: string;
  /** Language of the words, for screen readers. */
  readonly lang: string;
  /** What the button that closes it is called. */
  readonly close: string;
  /** What can be done about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Notice {
  /** Shows it in place of the last one. */
  show(content: NoticeContent): void;
  hide(): void;
}

/** Long enough to read two lines and to reach a button. */
const SHOWN_MS = 8_000;

/**
 * A few words at the edge of the page that go by themselves: not while the pointer or the focus is on them, and at once on
 * Escape. They live beside the body in a shadow root that the page cannot look into, above dialogs and films. The focus
 * stays where it is; the button comes after everything in the page.
 */
export function createNotice(): Notice {
  let shown: { readonly host: HTMLElement; readonly ending: AbortController } | undefined;

  const hide = () => {
    shown?.ending.abort();
    shown?.host.remove();
    shown = undefined;
  };

  return {
    hide,
    show: (content) => {
      hide();
      const { host, status } = createHost(content, hide);
      const ending = new AbortController();
      shown = { host, ending };
      const countdown = createCountdown(SHOWN_MS, () => performance.now(), hide);
      ending.signal.addEventListener('abort', countdown.hold);
      holdWhileInUse(host, countdown, ending.signal);
      addEventListener('keydown', (event) => event.key === 'Escape' && hide(), {
        capture: true,
        signal: ending.signal,
      });
      document.documentElement.append(host);
      host.showPopover?.();
      // Screen readers tell what changes in a region that is there already.
      setTimeout(() => {
        status.textContent = content.text;
      });
      countdown.run();
    },
  };
}

function createHost({ lang, close, action }: NoticeContent, hide: () => void) {
  const host = document.createElement('div');
  host.popover = 'manual';
  host.lang = lang;
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(NOTICE_STYLE);
  root.adoptedStyleSheets = [style];
  const notice = document.createElement('div');
  notice.className = 'notice';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const buttons = action ? [createButton(action.label, action.run)] : [];
  const closing = createButton('✕', hide);
  closing.className = 'close';
  closing.setAttribute('aria-label', close);
  notice.append(status, ...buttons, closing);
  root.append(notice);
  return { host, status };
}

function createButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  // A page cannot press what only a person should.
  button.addEventListener('click', (event) => event.isTrusted && onClick());
  return button;
}

function holdWhileInUse(host: HTMLElement, countdown: Countdown, signal: AbortSignal): void {
  let isHovered = false;
  let isFocused = false;
  const follow = () => (isHovered || isFocused ? countdown.hold() : countdown.run());
  const on = (type: string, note: () => void) =>
    host.addEventListener(
      type,
      () => {
        note();
        follow();
      },
      { signal },
    );
  on('pointerenter', () => {
    isHovered = true;
  });
  on('pointerleave', () => {
    isHovered = false;
  });
  on('focusin', () => {
    isFocused = true;
  });
  on('focusout', () => {
    isFocused = false;
  });
}
