import { ConfigError, type Env, readNumber, readUrl } from "./env.ts";

export type DatabaseConfig = {
  /**
   * DATABASE_URL: the login that serves people and jobs, on PostgreSQL 15 or later, `postgres://…`; the bundled
   * database runs unless set. The login owns nothing and has only the right to act as the roles that policies bind.
   */
  databaseUrl: string | null;
  /**
   * DATABASE_OWNER_URL: the owner of the tables, used only at the start, to migrate. Without it the start checks that
   * no migration is pending.
   */
  databaseOwnerUrl: string | null;
  /** DATABASE_QUEUE_URL: the login that sees the queue's schema and nothing else; not needed with Redis. */
  databaseQueueUrl: string | null;
  /**
   * DATABASE_STATEMENT_TIMEOUT, DATABASE_LOCK_TIMEOUT, DATABASE_IDLE_TIMEOUT, in seconds: the longest time for one
   * statement of a request (10), for a lock (5), and for a transaction that sends nothing (30).
   */
  databaseLimits: { statementMs: number; lockMs: number; idleMs: number };
};

const schemes = ["postgres:", "postgresql:"];

/** Throws ConfigError. */
export function readDatabase(env: Env): DatabaseConfig {
  const databaseUrl = readUrl(env, "DATABASE_URL", schemes);
  const others = ["DATABASE_OWNER_URL", "DATABASE_QUEUE_URL"] as const;
  const [databaseOwnerUrl = null, databaseQueueUrl = null] = others.map((name) => {
    const url = readUrl(env, name, schemes);
    if (url === null || databaseUrl !== null) return url;
    throw new ConfigError(
      `${name} is set only with DATABASE_URL; the bundled database makes its own logins.`,
    );
  });
  return { databaseUrl, databaseOwnerUrl, databaseQueueUrl, databaseLimits: readLimits(env) };
}

/** The lock timeout is shorter than the statement timeout, so that the error says what the statement waited for. */
function readLimits(env: Env): DatabaseConfig["databaseLimits"] {
  const seconds = (name: string, fallback: number) =>
    readNumber(env, name, { min: 1, max: 3600, fallback });
  const statement = seconds("DATABASE_STATEMENT_TIMEOUT", 10);
  const lock = seconds("DATABASE_LOCK_TIMEOUT", Math.min(5, Math.max(1, statement - 1)));
  const idle = seconds("DATABASE_IDLE_TIMEOUT", 30);
  if (lock > statement) {
    throw new ConfigError(
      "DATABASE_LOCK_TIMEOUT must not be longer than DATABASE_STATEMENT_TIMEOUT.",
    );
  }
  return { statementMs: statement * 1000, lockMs: lock * 1000, idleMs: idle * 1000 };
}
