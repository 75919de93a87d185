/** Policy of every extension page and worker: own scripts and own WebAssembly only, and no address outside the package. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  // `default` starts packaged scripts, `gleaner-inert` parses texts that were brought in into documents without a window.
  'trusted-types default gleaner-inert',
].join('; ');
