import { randomUUID } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Db } from "#src/db/db.ts";
import { demoPeople } from "./demo-people.ts";
import { newToken } from "./token.ts";

export type DemoKey = {
  person: string;
  name: string;
  role: string;
  party: string | null;
  key: string;
};

/** The keys, the file that holds them, and whether some were created just now. */
export type DemoKeys = { keys: DemoKey[]; keyFile: string; areNew: boolean };

/**
 * Adds the demo people and gives each an API key valid for a year. The keys are created at the first start and stored
 * in the data folder, which only this machine's operator can read. The database has their digests.
 */
export async function seedDemoPeople(db: Db, dataDir: string, now: Date): Promise<DemoKeys> {
  const keyFile = join(dataDir, "demo-keys.json");
  const { keys, areNew } = await readKeys(keyFile);
  const ids = new Map<string, string>();
  for (const { email, names, titles, language, role, party } of demoPeople) {
    const { id } = await db
      .insertInto("people")
      .values({
        id: randomUUID(),
        email,
        names: JSON.stringify(names),
        titles: JSON.stringify(titles),
        language,
        roles: [role],
        party,
        created_at: now,
      })
      .onConflict((conflict) => conflict.column("email").doUpdateSet({ email }))
      .returning("id")
      .executeTakeFirstOrThrow();
    ids.set(email, id);
    await db
      .insertInto("api_keys")
      .values({
        digest: await sha256(keys[email] ?? ""),
        person: id,
        label: "demo",
        scopes: ["read", "act"],
        revoked_at: null,
        created_at: now,
        expires_at: new Date(now.getTime() + 365 * 24 * 60 * 60 * 1000),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const shown = demoPeople.map(({ email, names, role, party }) => ({
    person: ids.get(email) ?? "",
    name: names.en ?? email,
    role,
    party,
    key: keys[email] ?? "",
  }));
  return { keys: shown, keyFile, areNew };
}

async function readKeys(file: string): Promise<{ keys: Record<string, string>; areNew: boolean }> {
  const known = await readKnown(file);
  const missing = demoPeople.filter(({ email }) => !known[email]);
  if (missing.length === 0) return { keys: known, areNew: false };
  const fresh = missing.map(({ email }) => [email, newToken()]);
  const keys = { ...known, ...Object.fromEntries(fresh) };
  await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return { keys, areNew: true };
}

async function readKnown(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}
