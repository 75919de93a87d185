interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(markup: string): string }): MarkupPolicy;
}

interface MarkupPolicy {
  createHTML(markup: string): string;
}

export type InertSyntax = 'text/html' | 'application/xhtml+xml' | 'application/xml';

/** The name is the one that the extension's policy for content security allows beside the policy for packaged scripts. */
const POLICY_NAME = 'gleaner-inert';

let policy: MarkupPolicy | undefined;

/**
 * Turns markup that anybody may have written into a document of its own. It has no window: it runs no script and no handler,
 * and loads no image, style, frame or font. Only text is to be taken out of it, and no node of it may be put into a page.
 *
 * @returns undefined where XML was wanted and the markup is none
 */
export function parseInert(markup: string, syntax: InertSyntax): Document | undefined {
  policy ??= createPolicy();
  const parsed = new DOMParser().parseFromString(policy.createHTML(markup), syntax);
  return syntax !== 'text/html' && parsed.querySelector('parsererror') ? undefined : parsed;
}

/** Where the browser knows no trusted types, strings are accepted as they are. */
function createPolicy(): MarkupPolicy {
  const rules = { createHTML: (markup: string) => markup };
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  return trustedTypes?.createPolicy(POLICY_NAME, rules) ?? rules;
}
