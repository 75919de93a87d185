/**
 * Watches the WebAssembly memories that are made in this context from now on. Chromium offers nothing better to a worker:
 * it has no `performance.memory`, and `measureUserAgentSpecificMemory` belongs to documents and waits a minute for threads
 * of the runtime, which sleep and do not answer.
 *
 * @returns a function for the bytes that they hold now
 */
export function watchWasmMemory(): () => number {
  const memories: WebAssembly.Memory[] = [];
  WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
    construct(Memory, [descriptor]: [WebAssembly.MemoryDescriptor]) {
      const memory = new Memory(descriptor);
      memories.push(memory);
      return memory;
    },
  });
  return () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}
