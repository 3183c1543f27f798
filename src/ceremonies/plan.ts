import { visibleTo } from "#src/agreements/scope.ts";
import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Tx } from "#src/db/db.ts";
import { once, type RequestKey } from "#src/db/idempotency.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, type Changed, change, keep, mustPlan } from "./change.ts";
import { isComplete, type Seat, tablePlan } from "./table-plan.ts";

export type Plan = {
  title: Worded;
  place: Worded;
  /** The local day and time, in the zone. */
  date: string;
  time: string;
  zone: string;
  /** The hosting party, if there is one. */
  host?: string | undefined;
  languages: string[];
};

/** Plans a forum's ceremony at which several agreements are signed. */
export function planCeremony(
  ctx: Context,
  { person, request }: { person: Person; request: RequestKey | null },
  plan: Plan,
): Promise<Changed> {
  mustPlan(person);
  const id = ctx.id();
  const at = ctx.now();
  return ctx.db.transaction().execute((tx) =>
    once(tx, request, at, async () => {
      await tx
        .insertInto("ceremonies")
        .values({
          id,
          title: JSON.stringify(checked(plan.title)),
          place: JSON.stringify(checked(plan.place)),
          held_on: plan.date,
          held_at: plan.time,
          zone: plan.zone,
          host: plan.host ?? null,
          languages: plan.languages,
          state: "planned",
          version: 1,
          created_at: at,
          opened_at: null,
          closed_at: null,
        })
        .execute();
      await keep(tx, { id, seq: 1, act: "plan", person, detail: plan, at });
      return { id, version: 1, state: "planned" };
    }),
  );
}

function checked(words: Worded): Worded {
  return Object.fromEntries(
    Object.entries(words).map(([language, text]) => [
      language,
      checkText(text, { kind: "title", language }),
    ]),
  );
}

export type Item = { agreement: string; seats?: Seat[] | undefined };

/**
 * Sets the whole run sheet: the agreements in order, each with its table plan. The default table plan follows protocol.
 */
export function setRunSheet(ctx: Context, asked: Asked, items: Item[]): Promise<Changed> {
  const wanted = { act: "set-run-sheet", detail: { items }, from: ["planned" as const] };
  return change(ctx, asked, wanted, async (tx, { host }) => {
    const { id: ceremony, person } = asked;
    await tx.deleteFrom("ceremony_items").where("ceremony", "=", ceremony).execute();
    for (const [index, { agreement, seats }] of items.entries()) {
      const parties = await partiesOf(tx, agreement, person, index);
      if (seats && !isComplete(seats, parties)) {
        throw wrong(`/items/${index}/seats`, "give each party one place");
      }
      const table = seats ?? tablePlan(parties, host);
      await tx
        .insertInto("ceremony_items")
        .values({ ceremony, position: index + 1, agreement, seats: JSON.stringify(table) })
        .execute();
    }
    return {};
  });
}

/** The agreement's parties, in protocol order. */
async function partiesOf(tx: Tx, agreement: string, person: Person, index: number) {
  const rows = await tx
    .selectFrom("agreements")
    .innerJoin("agreement_parties", "agreement_parties.agreement", "agreements.id")
    .innerJoin("parties", "parties.code", "agreement_parties.party")
    .select("agreement_parties.party")
    .where("agreements.id", "=", agreement)
    .where("agreement_parties.negotiated", "=", true)
    .where(visibleTo(person) as never)
    .orderBy("parties.protocol_order")
    .execute();
  if (rows.length === 0) throw wrong(`/items/${index}/agreement`, "is not an agreement");
  return rows.map(({ party }) => party);
}

function wrong(pointer: string, detail: string): Refusal {
  return new Refusal("malformed-request", "The run sheet cannot be set so.", {
    errors: [{ pointer, detail }],
  });
}
