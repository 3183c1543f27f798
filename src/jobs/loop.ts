/** Something that is done again and again, never twice at once. */
export type Loop = {
  /** The next turn comes at once. */
  wake(): void;
  /** Waits for the turn that is under way. */
  stop(): Promise<void>;
};

type Told = { failed(error: unknown): void; well(): void };

/** Does a turn, and the next one `pauseMs` after its end. A fault is told, and the next turn comes. */
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
