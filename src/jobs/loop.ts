/** Work that repeats and never overlaps itself. */
export type Loop = {
  /** Starts the next turn at once. */
  wake(): void;
  /** Waits for the turn under way. */
  stop(): Promise<void>;
};

type Told = { failed(error: unknown): void; well(): void };

/** Runs a turn, then the next one `pauseMs` after it ends. Reports a fault and continues. */
export function loop(pauseMs: number, turn: () => Promise<void>, told: Told): Loop {
  let stopped = false;
  let woken = false;
  let rouse = () => {};
  const running = (async () => {
    while (!stopped) {
      woken = false;
      await turn().then(told.well, (error) => {
        if (!stopped) told.failed(error);
      });
      if (stopped || woken) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    wake: () => {
      woken = true;
      rouse();
    },
    stop: () => {
      stopped = true;
      rouse();
      return running;
    },
  };
}
