import type { Client } from "pg";

/** Who serves people and jobs, and who sees the queue alone. */
export const servingLogin = "depositary_serving";
export const queueLogin = "depositary_jobs";

/**
 * Makes both logins, or sets them right: neither owns anything or may make anything, and the one that serves has no right
 * before it acts as another role. The passwords are set to those of `postgres.json`, because a restored cluster may have others.
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
