import type { Db } from "#src/db/db.ts";
import { sealingService, worded } from "#src/people/person.ts";
import { findForm } from "#src/templates/find.ts";
import { type ActForm, parseForm } from "#src/text/act-form.ts";
import { fillForm } from "#src/text/fill-form.ts";
import { formatDate } from "#src/text/format-date.ts";
import type { NameOf } from "#src/text/notification-words.ts";
import type { Source } from "#src/text/source.ts";
import { type AgreementRow, findAgreement } from "../find.ts";
import { type Edition, newestEdition, partiesNamed } from "./find-notification.ts";
import { inWords } from "./in-words.ts";
import { writtenNumber } from "./number.ts";

/**
 * The newest edition of a notification as a page to be sealed, in those working languages that the form has; null if
 * it is sealed already, or there is none.
 */
export async function unsealedNotification(
  db: Db,
  of: { agreement: string; seq: number },
  languages: string[],
) {
  const edition = await newestEdition(db, of);
  if (!edition) return null;
  const { number, content, at } = edition;
  const subject = subjectOf(edition);
  if (await isSealed(db, edition)) return null;
  const agreement = await findAgreement(db, of.agreement, sealingService);
  const form = parseForm((await findForm(db, "depositary-notification")).files);
  const nameOf = await partiesNamed(db, of.agreement);
  const source = sourceOf({ agreement, form, nameOf, edition, languages });
  const about = { number, kind: "notification" as const, subject, party: content.party };
  return { agreement, ...about, source, at };
}

/** Whether this edition has its sealed page. */
export async function isSealed(db: Db, edition: Edition): Promise<boolean> {
  const sealed = await db
    .selectFrom("papers")
    .select("serial")
    .where("agreement", "=", edition.agreement)
    .where("number", "=", edition.number)
    .where("kind", "=", "notification")
    .where("subject", "=", subjectOf(edition))
    .executeTakeFirst();
  return sealed !== undefined;
}

/** The written number, and after a reissue or cancellation its edition: `DN.12.2027-2`. */
function subjectOf(edition: Edition): string {
  const number = writtenNumber(edition);
  return edition.edition === 1 ? number : `${number}-${edition.edition}`;
}

type Parts = {
  agreement: AgreementRow;
  form: ActForm;
  nameOf: NameOf;
  edition: Edition;
  languages: string[];
};

function sourceOf({ agreement, form, nameOf, edition, languages: working }: Parts): Source {
  const known = working.filter((language) => Object.hasOwn(form.texts, language));
  const languages = known.length > 0 ? known : ["en"];
  const { on } = edition;
  const texts = languages.map((language) => {
    const { heading, paragraphs } = inWords(edition, nameOf, language);
    const values = {
      number: writtenNumber(edition),
      title: worded(agreement.title, language),
      reference: agreement.reference,
      heading,
      on: formatDate(on, language) ?? on,
      statements: paragraphs,
    };
    return [language, fillForm(form, language, values)] as const;
  });
  return {
    reference: agreement.reference,
    title: Object.fromEntries(languages.map((tag) => [tag, worded(form.title, tag)])),
    languages,
    parties: [],
    layout: "sequential",
    act: true,
    sealed: true,
    texts: Object.fromEntries(texts),
  };
}
