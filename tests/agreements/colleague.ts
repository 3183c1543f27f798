import { openDemoSession } from "#src/accounts/demo-session.ts";
import { findPerson } from "#src/people/find.ts";
import type { Office } from "#tests/support/office.ts";

/** Another representative of Kazakhstan, in a session of their own. */
export async function colleague(office: Office, names: Record<string, string>) {
  const id = crypto.randomUUID();
  await office.db
    .insertInto("people")
    .values({
      id,
      email: `${id}@kz.example`,
      names: JSON.stringify(names),
      titles: "{}",
      language: "en",
      roles: ["representative"],
      party: "KZ",
      created_at: new Date(),
    })
    .execute();
  const token = await openDemoSession(office.db, id, new Date());
  const send = async (method: string, path: string, body?: unknown, headers = {}) =>
    office.app.request(`/api/v1${path}`, {
      method,
      headers: {
        Cookie: `depositary-session=${token}`,
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const person = await findPerson(office.db, id);
  if (!person) throw new Error("The colleague was not put in.");
  return { id, person, send };
}
