import type { Context } from "#src/context.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { findTemplate } from "#src/templates/find.ts";
import { readTemplate } from "#src/templates/read.ts";
import { natureOf } from "#src/text/fill-template.ts";
import { languagesWithoutText } from "#src/text/language/draftable.ts";
import { completeWords, type HalfGiven } from "#src/text/language/half-given.ts";
import { resolveTemplate } from "#src/text/resolve-template.ts";
import { type Headings, usualHeadings } from "#workflows/headings.ts";
import { previewTexts } from "./fill-texts.ts";
import type { NewAgreement } from "./insert-agreement.ts";
import { knownPartiesOf } from "./known-parties-of.ts";

export type HalfWritten = Omit<NewAgreement, "words"> & {
  words?: Record<string, HalfGiven> | undefined;
};

/** The first texts of an agreement that is still being described. Stores nothing. */
export async function previewAgreement(
  { db }: Context,
  person: Person,
  wanted: HalfWritten,
): Promise<{ texts: Record<string, string>; headings: Headings; problems: Fault[] }> {
  if (!can(person, "create-agreement")) {
    throw new Refusal("forbidden", "Only a legal officer drafts agreements.");
  }
  const template = await findTemplate(db, wanted.template);
  const parties = await knownPartiesOf(db, wanted);
  const { texts } = readTemplate(template);
  const { given, faults } = completeWords({ ...wanted, texts });
  const words = Object.keys(given).length > 0 ? given : undefined;
  const filled = previewTexts(template, { ...wanted, words, parties, reference: "" });
  const nature = natureOf(resolveTemplate(readTemplate(template), wanted.clauses), wanted);
  return {
    ...filled,
    headings: wanted.headings ?? usualHeadings(nature),
    problems: [...languagesWithoutText(wanted.languages), ...faults, ...filled.problems],
  };
}
