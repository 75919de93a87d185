/**
 * Rules of the mark. `:host` with `!important` outranks whatever the page says about its own elements. A dark body in a light
 * ring stands out on every background.
 */
export const INDICATOR_STYLE = `
  :host {
    all: initial !important;
    position: fixed !important;
    inset: auto 0 96px auto !important;
    z-index: 2147483647 !important;
    inline-size: 8px !important;
    block-size: 26px !important;
    contain: strict !important;
    pointer-events: none !important;
  }

  div {
    box-sizing: border-box;
    inline-size: 8px;
    block-size: 26px;
    border: 1px solid #ffffff;
    border-inline-end: 0;
    border-radius: 8px 0 0 8px;
    background: #2b6548;
    opacity: 0.9;
    pointer-events: auto;
    forced-color-adjust: none;
    animation: arrive 160ms ease-out;
  }

  @media (prefers-color-scheme: dark) {
    div {
      border-color: #0e1f16;
      background: #7cc59f;
    }
  }

  @keyframes arrive {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    div {
      animation: none;
    }
  }

  @media print {
    :host {
      display: none !important;
    }
  }
`;
