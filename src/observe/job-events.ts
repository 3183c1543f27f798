import type { Described } from "./described.ts";

const job = ["job", "effect", "agreement", "person", "request", "trace"] as const;
const letter = [...job, "letter"] as const;

/** What the job runner writes: jobs, letters, deadlines, the log, and its loops. */
export const jobEvents = {
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
  "page-follows": {
    level: "warn",
    from: "jobs",
    says: "Letters about an act go without the sealed page of its notification, which a job of its own seals",
    fields: [...job, "letter", "error"],
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
  "awaited-failed": {
    level: "error",
    from: "jobs",
    says: "It could not be judged who is awaited in an agreement; it is tried again in an hour",
    fields: ["agreement", "error"],
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
