import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { sealingService, worded } from "#src/people/person.ts";
import { findForm } from "#src/templates/find.ts";
import { type FormValues, parseForm } from "#src/text/act-form.ts";
import { beside } from "#src/text/beside.ts";
import { fillForm } from "#src/text/fill-form.ts";
import { formatDate } from "#src/text/format-date.ts";
import { type InEachLanguage, wordsIn } from "#src/text/in-each-language.ts";
import { headingWords } from "#src/text/notification-headings.ts";
import { type NameOf, notificationWords } from "#src/text/notification-words.ts";
import { namedIn } from "#src/text/party-name.ts";
import type { Source } from "#src/text/source.ts";
import { type Terms, termInWords } from "#src/text/terms-in-words.ts";
import { languageList } from "#src/text/testimonium.ts";
import { type Heading, headings } from "#workflows/notifications.ts";
import { type AgreementRow, findAgreement } from "../find.ts";
import { type StatusView, viewParticipation } from "../force/participation.ts";
import { contentOf } from "../notify/draw-up.ts";
import { partiesNamed } from "../notify/find-notification.ts";

/**
 * The statement that goes with what was sent to the United Nations by this entry of the evidence, as a page to be
 * sealed; null if it is sealed already. The treaty itself has a certifying statement (Regulations, article 5), a later
 * action a certified one (article 2).
 */
export async function unsealedStatement(
  db: Db,
  { agreement: id, seq }: { agreement: string; seq: number },
  working: string[],
  now: Date,
) {
  const sent = await readSent(db, id, seq);
  if (!sent || sent.sealed) return null;
  const agreement = await findAgreement(db, id, sealingService);
  const { action, at } = sent;
  const name = action === 0 ? "certifying-statement" : "certified-statement";
  const form = parseForm((await findForm(db, name)).files);
  const known = working.filter((language) => Object.hasOwn(form.texts, language));
  const languages = known.length > 0 ? known : ["en"];
  const about: About = {
    agreement,
    sent,
    nameOf: await partiesNamed(db, id),
    status: await viewParticipation(db, agreement, sealingService, now),
    content: action === 0 ? null : await contentOf(db, { agreement: id, seq: action }, sent.on),
  };
  const source: Source = {
    reference: agreement.reference,
    title: Object.fromEntries(languages.map((tag) => [tag, worded(form.title, tag)])),
    languages,
    parties: [],
    layout: "sequential",
    act: true,
    sealed: true,
    texts: Object.fromEntries(
      languages.map((tag) => [tag, fillForm(form, tag, valuesIn(tag, about))]),
    ),
  };
  const paper = { kind: "statement" as const, subject: `un-${action}`, party: null };
  return { agreement, number: agreement.text_version, ...paper, source, at: new Date(at) };
}

type Sent = {
  action: number;
  on: string;
  at: string;
  /** The officer who sent it, and so certifies. */
  officer: Worded;
  office: Worded;
  /** Where and when the treaty was concluded. */
  place: InEachLanguage | null;
  concludedOn: string | null;
  signatures: { party: string; person: Worded; titles: Worded; on: string }[];
  reservations: { party: string; on: string; text: string }[];
  digests: string[];
  sealed: boolean;
};

type About = {
  agreement: AgreementRow;
  sent: Sent;
  nameOf: NameOf;
  status: StatusView;
  content: Awaited<ReturnType<typeof contentOf>>;
};

async function readSent(db: Db, id: string, seq: number): Promise<Sent | null> {
  const { rows } = await sql<Sent>`
    SELECT s.action, s.on_day::text AS on, s.at, p.names AS officer, p.titles AS office,
      a.variables -> 'place' AS place,
      (SELECT max(coalesce(g.signed_on, (g.at AT TIME ZONE 'UTC')::date))::text FROM signatures g
        JOIN seals l ON l.agreement = g.agreement AND l.number = g.number AND l.at >= g.at
        WHERE g.agreement = a.id AND g.number = a.text_version) AS "concludedOn",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('party', g.party, 'person', h.names,
          'titles', h.titles, 'on', coalesce(g.signed_on, (g.at AT TIME ZONE 'UTC')::date))
          ORDER BY g.at), '[]')
        FROM signatures g JOIN people h ON h.id = g.person
        WHERE g.agreement = a.id AND g.number = a.text_version) AS signatures,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('party', r.party, 'on', r.made_on,
          'text', coalesce((SELECT n.text FROM reservation_changes n WHERE n.reservation = r.id
            ORDER BY n.at DESC LIMIT 1), r.text)) ORDER BY r.made_on, r.id), '[]')
        FROM reservations r WHERE r.agreement = a.id AND r.at <= s.at AND NOT EXISTS (
          SELECT FROM reservation_acts w WHERE w.reservation = r.id AND w.act = 'withdrawal'))
        AS reservations,
      (SELECT coalesce(jsonb_agg(l.digest ORDER BY l.original COLLATE "C"), '[]') FROM seals l
        WHERE l.agreement = a.id AND l.number = a.text_version) AS digests,
      EXISTS (SELECT FROM papers x WHERE x.agreement = a.id AND x.kind = 'statement'
        AND x.subject = concat('un-', s.action)) AS sealed
    FROM un_submissions s JOIN agreements a ON a.id = s.agreement JOIN people p ON p.id = s.person
    WHERE s.agreement = ${id} AND s.seq = ${seq}`.execute(db);
  return rows[0] ?? null;
}

function valuesIn(language: string, about: About): FormValues {
  const { agreement, sent, nameOf, status, content } = about;
  const day = (date: string | null) => (date ? (formatDate(date, language) ?? date) : "");
  const name = (code: string) => namedIn(nameOf(code), language);
  const words = content && notificationWords(content, nameOf, language);
  return {
    title: worded(agreement.title, language),
    reference: agreement.reference,
    languages: languageList(agreement.languages, language),
    place: placeIn(sent.place ?? "", language),
    signed_on: day(sent.concludedOn),
    on: day(sent.on),
    digest: sent.digests.join(", "),
    officer: beside([worded(sent.officer, language), worded(sent.office, language)], language),
    signatures: sent.signatures.map(({ party, person, titles, on }) => ({
      person: worded(person, language),
      office: worded(titles, language),
      party: name(party),
      on: day(on),
    })),
    reservations: sent.reservations.map(({ party, on, text }) => ({
      party: name(party),
      on: day(on),
      text,
    })),
    entries: status.participants.flatMap(({ party, inForceOn, consents, signed }) => {
      if (inForceOn === null) return [];
      const last = consents.filter(({ withdrawnOn }) => !withdrawnOn).at(-1);
      const heading = headingOfConsent(last?.kind);
      const method =
        heading === "signature" && agreement.terms.exchange
          ? exchangeInWords(agreement.terms, language, (code) => name(code).name)
          : worded(headingWords(heading, agreement.terms.binding), language);
      const on = day(last?.on ?? signed?.on ?? null);
      return [{ party: name(party), method, on, in_force: day(inForceOn) }];
    }),
    ...(words && {
      heading: words.heading,
      statements: [...words.sentences, ...words.texts],
    }),
  };
}

/** The place as the language names it; as it was given if no name is known in the language. */
function placeIn(place: InEachLanguage, language: string): string {
  const given = typeof place === "string" ? place : Object.values(place)[0];
  return wordsIn(place, language) ?? given ?? "";
}

/** "By an exchange of notes": how the two consented if they signed no common text (VCLT article 13). */
function exchangeInWords(terms: Terms, language: string, partyName: (code: string) => string) {
  const asIs = (value: string) => value;
  const namers = { day: asIs, languageName: asIs, zoneName: asIs, partyName };
  return termInWords(terms, "exchange", language, namers).sentence;
}

/** How a party consented: by an instrument, or by signature if it has deposited none. */
function headingOfConsent(kind: string | undefined): Heading {
  return (
    headings.find((one) => one === kind) ?? (kind === "notification" ? "completion" : "signature")
  );
}
