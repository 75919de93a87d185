/**
 * Rules of the notice. `:host` with `!important` outranks whatever the page says about its own elements; nothing in it takes
 * its size from the page.
 */
export const NOTICE_STYLE = `
  :host {
    all: initial !important;
    position: fixed !important;
    inset: auto 24px 24px auto !important;
    z-index: 2147483647 !important;
    display: block !important;
    max-inline-size: min(420px, calc(100vw - 48px)) !important;
    color-scheme: light dark !important;
  }

  .notice {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 8px 8px 16px;
    border: 1px solid light-dark(#d9d2c3, #3a403a);
    border-radius: 12px;
    background: light-dark(#ffffff, #1d211d);
    color: light-dark(#1f2421, #ecebe4);
    box-shadow: 0 4px 20px rgb(0 0 0 / 18%);
    font: 14px/1.5 system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
    animation: arrive 120ms ease-out;
  }

  p {
    flex: 1;
    margin: 0;
    overflow-wrap: anywhere;
  }

  button {
    flex: none;
    min-block-size: 32px;
    min-inline-size: 32px;
    padding: 0 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: light-dark(#2b6548, #7cc59f);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  button:hover {
    background: light-dark(#e2eee6, #20352a);
  }

  button:focus-visible {
    outline: 2px solid light-dark(#1d5fd1, #8ab4ff);
    outline-offset: 1px;
  }

  .close {
    color: light-dark(#565f59, #a8b0a8);
    font-weight: 400;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .notice {
      animation: none;
    }
  }

  @media print {
    :host {
      display: none !important;
    }
  }
`;
