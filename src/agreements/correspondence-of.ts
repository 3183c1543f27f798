import { Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { Act } from "#workflows/acts.ts";
import type { Command, Scene } from "./scene.ts";

/** What an act's evidence says of the paper that it follows from: the register's entry, and its scans' sha-256. */
export type FromPaper = { correspondence?: string; papers?: string[] };

/**
 * The paper that an act follows from, if the officer named an entry of the desk's register in `correspondence`. Locks
 * the entry, so that it is not returned meanwhile. Throws `paper-returned` for a returned paper, and `malformed-request`
 * if it is not a paper that this party sent about this agreement.
 */
export async function correspondenceOf(
  { tx, agreement }: Pick<Scene, "tx" | "agreement">,
  { person, again, correspondence }: Pick<Command, "person" | "again" | "correspondence">,
  act: Act,
): Promise<FromPaper> {
  const id = again?.given.correspondence ?? correspondence;
  if (typeof id !== "string") return {};
  const entry = person.party === null ? await locked({ tx }, id) : null;
  const party = "party" in act ? act.party : null;
  const fits =
    entry?.direction === "in" &&
    (party === null || entry.party === party) &&
    (entry.agreement === null || entry.agreement === agreement.id);
  if (!fits) {
    throw new Refusal("malformed-request", "The act does not follow from this paper.", {
      errors: [
        { pointer: "/correspondence", detail: "is not a paper of this party about this agreement" },
      ],
    });
  }
  const returned = await tx
    .selectFrom("desk_events")
    .select("act")
    .where("entry", "=", id)
    .where("act", "=", "returned")
    .executeTakeFirst();
  if (returned) throw new Refusal("paper-returned", problemWords("paper-returned", "en"));
  const scans = await tx
    .selectFrom("desk_scans")
    .select("digest")
    .where("entry", "=", id)
    .orderBy("at")
    .execute();
  const papers = scans.map(({ digest }) => digest);
  return { correspondence: id, ...(papers.length > 0 && { papers }) };
}

function locked({ tx }: Pick<Scene, "tx">, id: string) {
  return tx
    .selectFrom("desk_entries")
    .select(["direction", "party", "agreement"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}
