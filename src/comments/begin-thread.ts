import { aroundOf } from "#src/agreements/text/around-of.ts";
import { readTexts } from "#src/agreements/text/read-source.ts";
import type { Context } from "#src/context.ts";
import { once, type RequestKey } from "#src/db/idempotency.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { findAnchor } from "#src/text/anchor.ts";
import { checkText } from "#src/text/policy.ts";
import { commentable } from "./scope.ts";

export type Asked = { agreement: string; person: Person; request: RequestKey | null };

export type NewThread = {
  language: string;
  /** The article concerned; 0 is the title and preamble. */
  article: number;
  /** The quoted words, exactly as in the article. */
  quote?: string | undefined;
  /** Shared with all who see the text, or kept within the party's own people. */
  audience: "shared" | "own-party";
  body: string;
};

/**
 * Begins a thread at an article of the current text. A comment is not an act on the instrument: it changes no version
 * and is not in the evidence. It is permanent and cannot be withdrawn.
 */
export async function beginThread(
  { db, id, now }: Context,
  { agreement, person, request }: Asked,
  given: NewThread,
): Promise<{ thread: string }> {
  const { language, article, quote = null, audience } = given;
  const body = checkText(given.body, { kind: "body", language: person.language });
  if (audience === "own-party" && person.party === null) {
    throw new Refusal("malformed-request", "Only a party's people have a thread of their own.", {
      errors: [{ pointer: "/audience", detail: "is for representatives" }],
    });
  }
  return db.transaction().execute(async (tx) =>
    once(tx, request, now(), async () => {
      const row = await commentable(tx, agreement, person);
      const texts = await readTexts(tx, agreement, row.text_version);
      const markdown = texts.find((one) => one.language === language)?.markdown;
      const found =
        markdown === undefined
          ? null
          : findAnchor(markdown, language, { article, quote }, aroundOf(row));
      if (!found?.quoted) throw nowhere(found ? "/quote" : "/article");
      const [thread, at] = [id(), now()];
      await tx
        .insertInto("threads")
        .values({
          id: thread,
          agreement,
          number: row.text_version,
          language,
          article,
          heading: found.heading,
          quote,
          audience: audience === "own-party" ? person.party : null,
          person: person.id,
          party: person.party,
          created_at: at,
        })
        .execute();
      await tx
        .insertInto("comments")
        .values({ id: id(), thread, person: person.id, party: person.party, body, at })
        .execute();
      return { thread };
    }),
  );
}

function nowhere(pointer: string): Refusal {
  return new Refusal("malformed-request", "The text has no such place.", {
    errors: [{ pointer, detail: "does not stand in the current text" }],
  });
}
