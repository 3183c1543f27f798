/** A room of the house: what it holds, and what of ours it may import beside itself. */
export type Room = { holds: string; imports: string[] };

/** The import rule. Keys are folders or files from the root; the longest key that fits a path is its room. */
export const rooms: Record<string, Room> = {
  workflows: {
    holds:
      "the law: `agreement.ts` and `participation.ts` are the machines, a file for each stage, `conditions/` what must hold, `acts.ts` and `letters.ts` the tables, `terms.ts`, `step.ts`, the date engine",
    imports: [],
  },
  migrations: { holds: "the database's shape, in frozen files", imports: [] },
  templates: {
    holds:
      "the words: a folder per instrument, `clauses/` the library, `acts/` forms, `letters/`, the parties' names (no code)",
    imports: [],
  },
  "src/errors.ts": { holds: "every refusal and its code", imports: ["workflows"] },
  "src/observe": {
    holds:
      "how what happens is told: lines without secrets, figures, traces, the names of requests; faults that repeat are summarised",
    imports: [],
  },
  "src/config": {
    holds: "what environment variables set, read and checked once",
    imports: ["src/observe"],
  },
  "src/bytes": { holds: "sha-256, base64url and files that survive a crash", imports: [] },
  "src/limits": { holds: "rate limits and their counters", imports: ["src/errors.ts"] },
  "src/db": {
    holds:
      "the connection pool, the principal that row-level security sees, pipelined statements, cursors, idempotency keys, migrations and the start of a database; `tables/` types its tables",
    imports: ["migrations", "src/config", "src/errors.ts", "workflows"],
  },
  "src/text": {
    holds: "Markdown to articles, templates, the text policy, dates and names in words, letters",
    imports: ["src/bytes", "src/errors.ts", "templates", "workflows"],
  },
  "src/pdf": {
    holds:
      "bytes in, bytes out: `instrument.ts`, `evidence-annex.ts`, `sign.ts`, `seal.ts`, `verify.ts` and their rooms",
    imports: ["src/errors.ts", "src/text"],
  },
  "src/people": {
    holds: "who acts, their names and addresses, and what each may do",
    imports: ["src/bytes", "src/db", "src/errors.ts", "src/text", "workflows"],
  },
  "src/evidence": {
    holds:
      "the hash chain of each agreement and account, the Merkle log over all of them with its checkpoints, exports, the offline verifier, what the annex says",
    imports: ["src/bytes", "src/db", "src/people"],
  },
  "src/outbox": {
    holds: "effects that acts leave behind, the relay to the queue, jobs as their readers see them",
    imports: ["src/db", "src/errors.ts", "src/observe", "workflows"],
  },
  "src/archive": {
    holds: "objects by digest (folder, S3, R2), the public register, downloads",
    imports: ["src/bytes", "src/db", "src/errors.ts", "workflows"],
  },
  "src/mail": { holds: "letters by SMTP or into a folder", imports: ["src/config"] },
  "src/keys": {
    holds: "the keys of the seal and of the log, timestamp authorities, revocation lists",
    imports: ["src/bytes", "src/config", "src/evidence", "src/pdf"],
  },
  "src/context.ts": {
    holds: "what the doors hand down: the database, the clock, chance, the store, the typesetter",
    imports: [
      "src/archive",
      "src/config",
      "src/db",
      "src/keys",
      "src/limits",
      "src/mail",
      "src/observe",
      "src/pdf",
      "src/text",
    ],
  },
  "src/parties": {
    holds: "the parties, and how the secretariat manages them",
    imports: ["src/context.ts", "src/db", "src/errors.ts", "src/people", "src/text", "workflows"],
  },
  "src/templates": {
    holds: "published templates, and how the secretariat manages them",
    imports: ["src/context.ts", "src/db", "src/errors.ts", "src/people", "src/text"],
  },
  "src/accounts": {
    holds:
      "how people prove who they are: codes, passkeys, single sign-on, sessions, keys; how accounts are managed; the demonstration's people",
    imports: [
      "src/bytes",
      "src/config",
      "src/context.ts",
      "src/db",
      "src/errors.ts",
      "src/evidence",
      "src/mail",
      "src/outbox",
      "src/people",
      "src/text",
    ],
  },
  "src/office": {
    holds:
      "what one person proposes for accounts, templates and the end of parties, and another one confirms; general full powers",
    imports: [
      "src/accounts",
      "src/context.ts",
      "src/db",
      "src/errors.ts",
      "src/outbox",
      "src/parties",
      "src/people",
      "src/templates",
      "src/text",
      "workflows",
    ],
  },
  "src/agreements": {
    holds: "one verb per file; `act.ts` is the gate that every act passes",
    imports: [
      "src/accounts",
      "src/archive",
      "src/bytes",
      "src/context.ts",
      "src/db",
      "src/errors.ts",
      "src/evidence",
      "src/outbox",
      "src/parties",
      "src/people",
      "src/templates",
      "src/text",
      "workflows",
    ],
  },
  "src/desk": {
    holds:
      "the desk: the register of notes verbales and instruments in and out, and their due form; domestic procedures as parties report them",
    imports: [
      "src/agreements",
      "src/bytes",
      "src/context.ts",
      "src/db",
      "src/errors.ts",
      "src/outbox",
      "src/people",
      "src/text",
      "workflows",
    ],
  },
  "src/comments": {
    holds: "threads on the articles",
    imports: [
      "src/agreements",
      "src/context.ts",
      "src/db",
      "src/errors.ts",
      "src/people",
      "src/text",
    ],
  },
  "src/ceremonies": {
    holds: "run sheets, tables and procès-verbaux",
    imports: [
      "src/agreements",
      "src/bytes",
      "src/context.ts",
      "src/db",
      "src/errors.ts",
      "src/people",
      "src/text",
    ],
  },
  "src/health": {
    holds:
      "whether this process is ready, may act, and has a clock that agrees with the database's",
    imports: [
      "src/archive",
      "src/config",
      "src/context.ts",
      "src/db",
      "src/errors.ts",
      "src/evidence",
      "src/mail",
      "src/observe",
      "src/outbox",
    ],
  },
  "src/http": {
    holds:
      "the API: `app.ts` puts it together, one file per resource; `api/problem.ts` has the only HTTP codes",
    imports: [
      "src/accounts",
      "src/agreements",
      "src/archive",
      "src/bytes",
      "src/ceremonies",
      "src/comments",
      "src/config",
      "src/context.ts",
      "src/db",
      "src/desk",
      "src/errors.ts",
      "src/evidence",
      "src/limits",
      "src/observe",
      "src/office",
      "src/outbox",
      "src/parties",
      "src/people",
      "src/templates",
      "src/text",
      "workflows",
    ],
  },
  "src/jobs": {
    holds: "one job per file; only `queue.ts` knows BullMQ",
    imports: [
      "src/agreements",
      "src/archive",
      "src/context.ts",
      "src/errors.ts",
      "src/evidence",
      "src/mail",
      "src/observe",
      "src/outbox",
      "src/parties",
      "src/pdf",
      "src/people",
      "src/text",
    ],
  },
  "src/generate": {
    holds:
      "invented agreements by the thousand: histories that real acts play once in a scratch database, copied under their own names, days and digests",
    imports: [
      "src/agreements",
      "src/bytes",
      "src/comments",
      "src/context.ts",
      "src/db",
      "src/evidence",
      "src/outbox",
      "src/parties",
      "src/people",
      "src/templates",
      "src/text",
      "workflows",
    ],
  },
  "src/embedded": {
    holds: "the bundled PostgreSQL: account, programs, cluster, lock",
    imports: [],
  },
  "src/web": {
    holds: "the web app, a client of the API: of ours it knows the contract and what is pure",
    imports: ["src/text"],
  },
};

/** Files that put rooms together; they may import everything, and only they read clock, chance and environment. */
export const doors: Record<string, string> = {
  "src/cli": "the commands of the command line",
  "src/cli.ts": "the command line",
  "src/node.ts": "the API on Node",
  "src/edge.ts": "the API on Cloudflare Workers",
  "src/jobs/runner.ts": "the job runner",
  "src/foundation.ts": "what a Node process stands on: database, store, seal, templates",
};

/** The folders inside a room, and what each may import of its neighbours beside the room's own top. */
export const parts: Record<string, Record<string, string[]>> = {
  "src/agreements": {
    text: [],
    authority: [],
    files: [],
    corrections: ["text"],
    forms: [],
    force: ["corrections", "text"],
    signing: ["force", "text"],
    read: ["force", "text"],
    awaited: ["read"],
    notify: ["force"],
    registration: ["force", "notify"],
    service: ["force", "notify"],
  },
  "src/http": {
    api: [],
    accounts: ["api"],
    acts: ["accounts", "api"],
    agreements: ["api"],
    texts: ["agreements", "api"],
    register: ["agreements", "api"],
    office: ["accounts", "api"],
    pages: ["api"],
  },
};
