import type { Context } from "#src/context.ts";
import { once } from "#src/db/idempotency.ts";
import { checkText } from "#src/text/policy.ts";
import type { Asked } from "./begin-thread.ts";
import { commentable, findThread } from "./scope.ts";

/** Replies in a thread. */
export async function reply(
  { db, id, now }: Context,
  { agreement, person, request }: Asked,
  given: { thread: string; body: string },
): Promise<{ thread: string }> {
  const { thread } = given;
  const body = checkText(given.body, { kind: "body", language: person.language });
  return db.transaction().execute(async (tx) =>
    once(tx, request, now(), async () => {
      await commentable(tx, agreement, person);
      await findThread(tx, { agreement, thread }, person);
      await tx
        .insertInto("comments")
        .values({ id: id(), thread, person: person.id, party: person.party, body, at: now() })
        .execute();
      return { thread };
    }),
  );
}

/** Closes a thread, or opens it again, and records who did so. */
export async function resolve(
  { db, now }: Context,
  { agreement, person, request }: Asked,
  { thread, resolved }: { thread: string; resolved: boolean },
): Promise<{ thread: string }> {
  return db.transaction().execute(async (tx) =>
    once(tx, request, now(), async () => {
      await commentable(tx, agreement, person);
      await findThread(tx, { agreement, thread }, person);
      await tx
        .insertInto("resolutions")
        .values({ thread, resolved, person: person.id, at: now() })
        .execute();
      return { thread };
    }),
  );
}
