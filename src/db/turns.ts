import { AsyncLocalStorage } from "node:async_hooks";
import { Refusal } from "#src/errors.ts";

/** The record that the current request is about, such as an agreement's id; set once per request. */
export const requestSubject = new AsyncLocalStorage<string>();

export type Turns = {
  /**
   * Waits until a writer of this subject may take a connection; call the result to give the turn back. Throws a Refusal
   * (`busy`) after `patienceMs`, or at once if too many wait already. "" means no particular subject.
   */
  take(subject: string): Promise<() => void>;
};

export type TurnLimits = {
  /** Writers that hold a connection at once, over all subjects. The other connections only read. */
  maxWriters: number;
  /** Writers that hold a connection at once for one subject. */
  maxPerSubject: number;
  /** The same for writers without a subject, such as new agreements. */
  maxWithoutSubject: number;
  /** Writers that may wait for one subject, without a connection. */
  maxWaiting: number;
  /** How long each of them waits, in milliseconds. */
  patienceMs: number;
};

type Waiter = { subject: string; start(): void };

/**
 * Shares a pool's connections among writers, so that a locked record delays only its own writers. Waiting costs only
 * memory. Within a subject, writers go first come, first served.
 */
export function openTurns(limits: TurnLimits): Turns {
  const { maxWriters, maxPerSubject, maxWithoutSubject, maxWaiting, patienceMs } = limits;
  const held = new Map<string, number>();
  let writers = 0;
  let waiting: Waiter[] = [];
  const isFree = (subject: string) =>
    writers < maxWriters &&
    (held.get(subject) ?? 0) < (subject === "" ? maxWithoutSubject : maxPerSubject);
  const begin = (subject: string) => {
    writers++;
    held.set(subject, (held.get(subject) ?? 0) + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      writers--;
      const left = (held.get(subject) ?? 1) - 1;
      if (left > 0) held.set(subject, left);
      else held.delete(subject);
      waiting.find((waiter) => isFree(waiter.subject))?.start();
    };
  };
  return {
    take: (subject) => {
      const ahead = waiting.filter((waiter) => waiter.subject === subject).length;
      if (ahead === 0 && isFree(subject)) return Promise.resolve(begin(subject));
      if (ahead >= maxWaiting) return Promise.reject(busy());
      return new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          waiting = waiting.filter((other) => other !== waiter);
        };
        const waiter: Waiter = {
          subject,
          start: () => {
            leave();
            resolve(begin(subject));
          },
        };
        const timer = setTimeout(() => {
          leave();
          reject(busy());
        }, patienceMs);
        waiting.push(waiter);
      });
    },
  };
}

function busy(): Refusal {
  return new Refusal("busy", "Others are changing this record. Nothing was changed; try again.", {
    retryAfter: 2,
  });
}
