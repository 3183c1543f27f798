/** From the most verbose to the most serious. */
export const levels = ["debug", "info", "warn", "error"] as const;
export type Level = (typeof levels)[number];

type Described = { level: Level; from: string; says: string; fields: readonly string[] };

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
const job = ["job", "effect", "agreement", "person", "request", "trace"] as const;
const letter = [...job, "letter"] as const;

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
  "job-queued": {
    level: "debug",
    from: "outbox",
    says: "An effect of an act was handed to the queue",
    fields: [...job, "waited"],
  },
  "jobs-checked": {
    level: "debug",
    from: "outbox",
    says: "Jobs that have been under way for a minute were handed over again, in case the queue has lost them",
    fields: ["count"],
  },
  "job-begun": { level: "debug", from: "jobs", says: "A job was taken", fields: [...job, "try"] },
  "job-done": {
    level: "info",
    from: "jobs",
    says: "A job is done",
    fields: [...job, "try", "ms"],
  },
  "job-skipped": {
    level: "info",
    from: "jobs",
    says: "A job was left alone, and why",
    fields: [...job, "try", "why"],
  },
  "job-needless": {
    level: "info",
    from: "jobs",
    says: "A step of a job was already done, or is no longer wanted, and why",
    fields: [...job, "why", "letter"],
  },
  "job-retried": {
    level: "warn",
    from: "jobs",
    says: "A try failed; when the next one is",
    fields: [...job, "try", "ms", "nextTry", "error"],
  },
  "job-failed": {
    level: "error",
    from: "jobs",
    says: "A job was given up: an operator runs it again (GET /api/v1/jobs?state=failed)",
    fields: [...job, "try", "ms", "error"],
  },
  "job-lost": {
    level: "error",
    from: "jobs",
    says: "The queue gave a job up without asking, such as one whose processes were killed again and again",
    fields: ["job", "effect", "try", "error"],
  },
  "letter-sent": {
    level: "info",
    from: "jobs",
    says: "The mail server took a letter",
    fields: [...letter, "ms"],
  },
  "letter-refused": {
    level: "warn",
    from: "jobs",
    says: "The mail server refuses the address for good",
    fields: [...letter, "error"],
  },
  "letter-failed": {
    level: "warn",
    from: "jobs",
    says: "A letter was not sent; its job tries again",
    fields: [...letter, "error"],
  },
  "deadline-fired": {
    level: "info",
    from: "deadlines",
    says: "What a deadline asks for was done",
    fields: ["agreement", "kind", "ms"],
  },
  "deadline-skipped": {
    level: "info",
    from: "deadlines",
    says: "A deadline asks for nothing any more, and why",
    fields: ["agreement", "kind", "why"],
  },
  "deadline-failed": {
    level: "error",
    from: "deadlines",
    says: "A deadline failed; it is tried again at each sweep",
    fields: ["agreement", "kind", "error"],
  },
  "deadline-still-fails": {
    level: "warn",
    from: "deadlines",
    says: "It still fails: how many more tries there were since the last line",
    fields: ["agreement", "kind", "more", "seconds", "error"],
  },
  "deadline-recovered": {
    level: "info",
    from: "deadlines",
    says: "It was done after all",
    fields: ["agreement", "kind", "seconds", "failures"],
  },
  "log-filled": {
    level: "debug",
    from: "log",
    says: "Entries of evidence got their places in the log",
    fields: ["entries", "ms"],
  },
  "files-swept": {
    level: "info",
    from: "files",
    says: "Attached files that no act names were deleted",
    fields: ["count"],
  },
  "loop-failed": {
    level: "error",
    from: "jobs",
    says: "A loop of the job runner failed; its next turn comes",
    fields: ["loop", "error"],
  },
  "loop-still-fails": {
    level: "warn",
    from: "jobs",
    says: "It still fails: how many more failures there were since the last line",
    fields: ["loop", "more", "seconds", "error"],
  },
  "loop-recovered": {
    level: "info",
    from: "jobs",
    says: "The loop works again",
    fields: ["loop", "seconds", "failures"],
  },
} as const satisfies Record<string, Described>;

export type EventName = keyof typeof events;
/** The events of one level: a line's level is that of its event. */
export type EventAt<At extends Level> = {
  [Name in EventName]: (typeof events)[Name]["level"] extends At ? Name : never;
}[EventName];
