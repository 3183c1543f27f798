import type { Context } from "#src/context.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { findTemplate } from "#src/templates/find.ts";
import { previewTexts } from "./fill-texts.ts";
import type { NewAgreement } from "./insert-agreement.ts";
import { knownPartiesOf } from "./known-parties-of.ts";

/** The first texts of an agreement that is still being described. Stores nothing. */
export async function previewAgreement(
  { db }: Context,
  person: Person,
  wanted: NewAgreement,
): Promise<{ texts: Record<string, string>; problems: Fault[] }> {
  if (!can(person, "create-agreement")) {
    throw new Refusal("forbidden", "Only a legal officer drafts agreements.");
  }
  const template = await findTemplate(db, wanted.template);
  const parties = await knownPartiesOf(db, wanted);
  return previewTexts(template, { ...wanted, parties, reference: "" });
}
