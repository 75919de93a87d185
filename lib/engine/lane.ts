type Start = () => Promise<unknown>;

/** Runs tasks one at a time, urgent ones first. */
export interface Lane {
  run<Value>(task: () => Promise<Value>, urgent: boolean): Promise<Value>;
}

/** Without a lane, a question asked while a hundred passages are embedded would be answered after all of them. */
export function createLane(): Lane {
  const urgentTasks: Start[] = [];
  const patientTasks: Start[] = [];
  let running = false;

  const drain = async () => {
    if (running) return;
    running = true;
    for (let next = take(); next; next = take()) await next();
    running = false;
  };
  const take = () => urgentTasks.shift() ?? patientTasks.shift();

  return {
    run: (task, urgent) =>
      new Promise((resolve, reject) => {
        (urgent ? urgentTasks : patientTasks).push(() => task().then(resolve, reject));
        void drain();
      }),
  };
}
