import { AsyncLocalStorage } from "node:async_hooks";
import { Refusal } from "#src/errors.ts";

/** The record that the present request is about, such as an agreement's id; set once a request. */
export const requestSubject = new AsyncLocalStorage<string>();

export type Turns = {
  /**
   * Waits until a writer of this subject may have a connection; the answer gives the turn back. Throws a
   * Refusal (`busy`) after `patienceMs`, or at once if too many wait already. "" stands for no one subject.
   */
  take(subject: string): Promise<() => void>;
};

export type TurnLimits = {
  /** Writers that hold a connection at the same time, over all subjects. The other connections only read. */
  maxWriters: number;
  /** Writers that hold a connection at the same time for one subject. */
  maxPerSubject: number;
  /** The same for those that are about no one subject, such as new agreements. */
  maxWithoutSubject: number;
  /** Writers that wait for one subject, without a connection. */
  maxWaiting: number;
  /** How long one of them waits, in milliseconds. */
  patienceMs: number;
};

type Waiter = { subject: string; start(): void };

/**
 * Shares out the connections of a pool among writers, so that a record that somebody keeps locked delays
 * its own writers and nobody else. Waiting costs memory only; first come, first served within a subject.
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
