interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/**
 * Lets this context start scripts of the package and nothing else. The extension's policy demands trusted script
 * addresses; libraries that start their own workers pass plain strings, which the browser hands to the policy named
 * `default`. Must run before anything starts a worker.
 */
export function trustPackagedScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', { createScriptURL: requirePackaged });
}

/** @throws TypeError for an address outside the package */
function requirePackaged(url: string): string {
  if (new URL(url, location.href).origin !== location.origin || url.startsWith('blob:'))
    throw new TypeError('Only scripts of the package may run.');
  return url;
}
