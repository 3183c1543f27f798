import type { Described, Level } from "./described.ts";
import { jobEvents } from "./job-events.ts";

export { type Level, levels } from "./described.ts";

const request = [
  "request",
  "method",
  "route",
  "status",
  "ms",
  "person",
  "agreement",
  "act",
  "problem",
  "trace",
] as const;

/**
 * Every line that the service writes: its level, the subsystem it comes from, its message and its fields besides
 * `level`, `time`, `from` and `event`. docs/OBSERVABILITY.md lists the same for operators, and a test compares them.
 */
export const events = {
  started: {
    level: "info",
    from: "service",
    says: "The process serves",
    fields: ["version", "node", "parts", "database", "queue", "letters", "store", "tracing"],
  },
  stopping: { level: "info", from: "service", says: "The process was told to stop", fields: [] },
  warning: {
    level: "warn",
    from: "service",
    says: "Something that an operator should mend, in a sentence",
    fields: ["detail"],
  },
  watch: {
    level: "warn",
    from: "watch",
    says: "The clock or the log's last checkpoint was found wrong, or right again",
    fields: ["detail"],
  },
  "outage-began": {
    level: "error",
    from: "outages",
    says: "A part that the service stands on does not answer",
    fields: ["part", "error"],
  },
  "outage-goes-on": {
    level: "warn",
    from: "outages",
    says: "It still does not: how many more failures there were since the last line",
    fields: ["part", "more", "seconds", "error"],
  },
  "outage-over": {
    level: "info",
    from: "outages",
    says: "It answers again",
    fields: ["part", "seconds", "failures"],
  },
  request: { level: "info", from: "http", says: "A request was answered", fields: request },
  probe: {
    level: "debug",
    from: "http",
    says: "A health check, a reading of the figures or a file of the app was answered",
    fields: request,
  },
  "request-failed": {
    level: "error",
    from: "http",
    says: "A request was answered with 5xx",
    fields: [...request, "error"],
  },
  "request-unreadable": {
    level: "debug",
    from: "http",
    says: "What came was no HTTP request, and was refused before the API saw it",
    fields: ["request", "status", "error"],
  },
  "listener-failed": {
    level: "error",
    from: "http",
    says: "A request failed before the API saw it",
    fields: ["request", "error"],
  },
  act: {
    level: "info",
    from: "acts",
    says: "An act was done, repeated, proposed or refused",
    fields: [
      "act",
      "agreement",
      "person",
      "outcome",
      "version",
      "problem",
      "request",
      "trace",
      "job",
    ],
  },
  "letter-with-code-sent": {
    level: "info",
    from: "accounts",
    says: "A letter with a code was handed to the mail server",
    fields: ["letter", "ms", "request"],
  },
  "letter-with-code-failed": {
    level: "warn",
    from: "accounts",
    says: "A letter with a code was not sent: its person asks for another",
    fields: ["letter", "ms", "error", "request"],
  },
  ...jobEvents,
} as const satisfies Record<string, Described>;

export type EventName = keyof typeof events;
/** The events of one level: a line's level is that of its event. */
export type EventAt<At extends Level> = {
  [Name in EventName]: (typeof events)[Name]["level"] extends At ? Name : never;
}[EventName];
