/** Rejects when the worker's script cannot be loaded or throws outside a call. */
export function failureOf(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || 'The worker could not be started.'));
    });
  });
}
