import type { Context } from "#src/context.ts";
import type { Person } from "#src/people/person.ts";
import type { LanguageOf } from "#src/text/languages.ts";
import { recordEvent } from "./record-event.ts";

/** Sets the language that a person reads from now on: on the screen, in refusals and in letters. */
export async function chooseLanguage(
  { db, now }: Context,
  person: Person,
  language: LanguageOf<"letters">,
): Promise<Person> {
  if (person.language === language) return person;
  const { id } = person;
  await db.transaction().execute(async (tx) => {
    await tx.updateTable("people").set({ language }).where("id", "=", id).execute();
    const event = { at: now(), actor: id, person: id, event: "language-chosen" } as const;
    await recordEvent(tx, { ...event, detail: { from: person.language, to: language } });
  });
  return { ...person, language };
}
