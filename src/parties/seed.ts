import { type SqlBool, sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { governmentNames, knownParties } from "#src/text/party-name.ts";

/** Adds the parties whose names ship with the service. Keeps an office's own changes to them. */
export async function seedParties(db: Db): Promise<void> {
  await db
    .insertInto("parties")
    .values(
      knownParties.map(({ code, kind, names, forms }, index) => ({
        code,
        kind,
        names: JSON.stringify(names),
        forms: JSON.stringify(forms),
        government: kind === "state" ? JSON.stringify(governmentNames({ names, forms })) : null,
        protocol_order: (index + 1) * 10,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await completeStates(db);
}

/** Gives States that a release without Governments wrote their forms and their Government's names. */
async function completeStates(db: Db): Promise<void> {
  const incomplete = await db
    .selectFrom("parties")
    .select(["code", "kind", "names", "forms"])
    .where(sql<SqlBool>`government IS NULL AND (kind = 'state' OR forms = '{}')`)
    .execute();
  for (const { code, kind, names, forms: own } of incomplete) {
    const shipped = knownParties.find((one) => one.code === code);
    const ours = Object.entries(shipped?.forms ?? {}).filter(
      ([language]) => names[language] === shipped?.names[language],
    );
    const forms = { ...Object.fromEntries(ours), ...own };
    if (kind !== "state" && Object.keys(forms).length === 0) continue;
    await db
      .updateTable("parties")
      .set({
        forms: JSON.stringify(forms),
        government: kind === "state" ? JSON.stringify(governmentNames({ names, forms })) : null,
      })
      .where("code", "=", code)
      .execute();
  }
}
