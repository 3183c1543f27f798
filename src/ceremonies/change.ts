import type { Updateable } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tables, Tx } from "#src/db/db.ts";
import { once, type RequestKey } from "#src/db/idempotency.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { type CeremonyRow, findCeremony, plans } from "./find.ts";

export type Asked = {
  id: string;
  person: Person;
  /** The version that the person saw. */
  version: number | null;
  request: RequestKey | null;
};

export type Changed = { id: string; version: number; state: string };

type Change = {
  act: string;
  detail: Record<string, unknown>;
  /** The states in which the change is allowed. */
  from: CeremonyRow["state"][];
};

type Apply = (tx: Tx, row: CeremonyRow, at: Date) => Promise<Updateable<Tables["ceremonies"]>>;

/**
 * Every change to a ceremony goes through here. Checks visibility, permission, state and version, and records the
 * change with who and when.
 */
export function change(ctx: Context, asked: Asked, wanted: Change, apply: Apply): Promise<Changed> {
  const { id, person, version: seen, request } = asked;
  return ctx.db.transaction().execute(async (tx) => {
    const at = ctx.now();
    return once(tx, request, at, async () => {
      const row = await findCeremony(tx, id, person, { lock: true });
      mustPlan(person);
      if (!wanted.from.includes(row.state)) {
        throw new Refusal("wrong-stage", `The ceremony is ${row.state}.`);
      }
      if (seen === null) {
        throw new Refusal("version-required", "Send the version you have seen in If-Match.");
      }
      if (seen !== row.version) {
        throw new Refusal("stale-version", "The ceremony has changed since. Reload and try again.");
      }
      const changes = await apply(tx, row, at);
      const version = row.version + 1;
      await tx
        .updateTable("ceremonies")
        .set({ ...changes, version })
        .where("id", "=", id)
        .execute();
      await keep(tx, { id, seq: version, act: wanted.act, person, detail: wanted.detail, at });
      return { id, version, state: changes.state ?? row.state };
    });
  });
}

export function mustPlan(person: Person): void {
  if (!plans(person)) throw new Refusal("forbidden", "Your role does not plan ceremonies.");
}

type Event = {
  id: string;
  seq: number;
  act: string;
  person: Person;
  detail: Record<string, unknown>;
  at: Date;
};

export async function keep(tx: Tx, { id, seq, act, person, detail, at }: Event): Promise<void> {
  await tx
    .insertInto("ceremony_events")
    .values({ ceremony: id, seq, act, person: person.id, detail: JSON.stringify(detail), at })
    .execute();
}
