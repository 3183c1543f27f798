import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { formsOfParty, namesOfParty } from "#src/db/names-of-party.ts";
import { worded } from "#src/people/person.ts";
import { findForm } from "#src/templates/find.ts";
import { type ActForm, parseForm } from "#src/text/act-form.ts";
import { fillForm } from "#src/text/fill-form.ts";
import { formatDate } from "#src/text/format-date.ts";
import type { FormsByLanguage } from "#src/text/party-forms.ts";
import { namedIn } from "#src/text/party-name.ts";
import type { Source } from "#src/text/source.ts";
import { languageList } from "#src/text/testimonium.ts";
import { staysOpen } from "#workflows/open-to.ts";
import type { AgreementRow } from "../find.ts";
import type { Consent } from "./check-consent.ts";

/** A signature that was given after the first seal, and that has no sealed page yet. */
export type LaterSignature = {
  party: string;
  /** As it takes part: a State's own or its Government's. */
  names: Worded;
  forms: FormsByLanguage;
  person: Worded;
  titles: Worded;
  method: string;
  on: string;
  at: string;
  reservations: { on: string; text: string }[];
  /** sha-256 of the sealed files of all originals. */
  sealed: string[];
};

/**
 * The signatures of the current text that were given after its seal, have effect (VCLT article 8) and have no page of
 * their own, oldest first. One that was given before the seal without authority is not in the sealed original; in a text
 * that stays open it has its page once the party confirms it.
 */
export async function laterSignatures(
  db: Db,
  { id, terms }: Pick<AgreementRow, "id" | "terms">,
  number: number,
): Promise<LaterSignature[]> {
  const open = staysOpen({ terms });
  const { rows } = await sql<LaterSignature>`
    SELECT g.party, ${namesOfParty} AS names, ${formsOfParty} AS forms, s.names AS person, s.titles, g.method, g.at,
      coalesce(g.signed_on, (g.at AT TIME ZONE 'UTC')::date)::text AS on,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('on', r.made_on, 'text', r.text)
          ORDER BY r.made_on, r.id), '[]')
        FROM reservations r WHERE r.agreement = g.agreement AND r.party = g.party
          AND r.at = g.at) AS reservations,
      (SELECT array_agg(l.digest ORDER BY l.original COLLATE "C") FROM seals l
        WHERE l.agreement = g.agreement AND l.number = g.number) AS sealed
    FROM signatures g
    JOIN parties p ON p.code = g.party
    JOIN people s ON s.id = g.person
    JOIN agreement_parties ap ON ap.agreement = g.agreement AND ap.party = g.party
    WHERE g.agreement = ${id} AND g.number = ${number} AND ap.standing <> 'unauthorised'
      AND CASE WHEN g.authorised OR NOT ${open} THEN g.at ELSE (SELECT min(c.at) FROM party_acts c
          WHERE c.agreement = g.agreement AND c.number = g.number AND c.party = g.party
            AND c.act = 'confirm') END
        > (SELECT max(x.at) FROM seals x WHERE x.agreement = g.agreement AND x.number = g.number)
      AND NOT EXISTS (SELECT FROM papers x WHERE x.agreement = g.agreement
        AND x.number = g.number AND x.kind = 'signature-page' AND x.party = g.party)
    ORDER BY g.at`.execute(db);
  return rows;
}

/** The form of the page, as published. */
export async function signaturePageForm(db: Db): Promise<ActForm> {
  return parseForm((await findForm(db, "signature-page")).files);
}

/**
 * The signature page with its procès-verbal, in the instrument's languages that the form has, else in English. It names
 * the digest of the sealed original to which the signature is given.
 */
export function signaturePage(row: AgreementRow, form: ActForm, one: LaterSignature): Source {
  const known = row.languages.filter((language) => Object.hasOwn(form.texts, language));
  const languages = known.length > 0 ? known : ["en"];
  const party = { code: one.party, name: one.names, forms: one.forms };
  return {
    reference: row.reference,
    title: Object.fromEntries(languages.map((tag) => [tag, worded(form.title, tag)])),
    languages,
    parties: [{ ...party, signatory: { name: one.person, title: one.titles } }],
    layout: "sequential",
    act: true,
    sealed: true,
    texts: Object.fromEntries(
      languages.map((tag) => [tag, fillForm(form, tag, values(row, one, tag))]),
    ),
  };
}

function values(row: AgreementRow, one: LaterSignature, language: string) {
  const day = (date: string) => formatDate(date, language) ?? date;
  const party = { code: one.party, name: one.names, forms: one.forms };
  return {
    title: worded(row.title, language),
    reference: row.reference,
    languages: languageList(row.languages, language),
    digest: one.sealed.join(", "),
    signatures: [
      {
        person: worded(one.person, language),
        office: worded(one.titles, language),
        party: namedIn(party, language),
        on: day(one.on),
      },
    ],
    reservations: one.reservations.map(({ on, text }) => ({ on: day(on), text })),
  };
}

/** The consent that the depositary's key attests on the page. */
export function consentOf(one: LaterSignature): Consent {
  return {
    field: `Party-${one.party}`,
    party: worded(one.names, "en"),
    person: worded(one.person, "en"),
    title: worded(one.titles, "en"),
    method: one.method,
    at: new Date(one.at),
    ...(one.method === "wet-ink" && { on: one.on }),
  };
}
