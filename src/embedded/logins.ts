import type { Client } from "pg";

/** The login that serves people and jobs, and the one that sees only the queue. */
export const servingLogin = "depositary_serving";
export const queueLogin = "depositary_jobs";

/**
 * Creates both logins, or corrects them: neither owns or may create anything, and the serving one has no rights until
 * it acts as another role. Sets the passwords of `postgres.json`, because a restored cluster may have others.
 */
export async function makeLogins(
  client: Pick<Client, "query" | "escapeLiteral">,
  passwords: { serving: string; queue: string },
): Promise<void> {
  const narrow = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
  for (const [name, password, inherits] of [
    [servingLogin, passwords.serving, "NOINHERIT"],
    [queueLogin, passwords.queue, "INHERIT"],
  ] as const) {
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
    const verb = rowCount ? "ALTER" : "CREATE";
    const secret = client.escapeLiteral(password);
    await client.query(`${verb} ROLE ${name} ${narrow} ${inherits} PASSWORD ${secret}`);
  }
}
