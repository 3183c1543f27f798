import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Tx } from "#src/db/db.ts";
import { formsOfParty, namesOfParty } from "#src/db/names-of-party.ts";
import { worded } from "#src/people/person.ts";
import type { FormsByLanguage } from "#src/text/party-forms.ts";
import { partyGenitive, partyName } from "#src/text/party-name.ts";
import type { Signing } from "#src/text/proces-verbal.ts";

type Row = {
  id: string;
  reference: string;
  title: Worded;
  parties: {
    code: string;
    names: Worded;
    forms: FormsByLanguage;
    person: Worded | null;
    titles: Worded | null;
    on: string | null;
    as: string | null;
    authorised: boolean | null;
  }[];
};

/** For each agreement, in the given order: who has signed and who has not, in a language. */
export async function signingsOf(tx: Tx, ids: string[], language: string): Promise<Signing[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`SELECT a.id, a.reference, a.title,
      (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'names', ${namesOfParty}, 'forms', ${formsOfParty},
          'person', s.names, 'titles', s.titles, 'on', g.signed_on, 'as', g.signed_as, 'authorised', g.authorised)
          ORDER BY ap.position)
        FROM agreement_parties ap JOIN parties p ON p.code = ap.party
        LEFT JOIN signatures g ON g.agreement = a.id AND g.number = a.text_version
          AND g.party = ap.party
        LEFT JOIN people s ON s.id = g.person
        WHERE ap.agreement = a.id AND ap.negotiated) AS parties
    FROM agreements a WHERE a.id IN (${sql.join(ids)})
    ORDER BY array_position(ARRAY[${sql.join(ids)}]::uuid[], a.id)`.execute(tx);
  return rows.map(({ reference, title, parties }) => {
    const named = parties.map((one) => ({
      ...one,
      party: partyName({ code: one.code, name: one.names }, language),
      ofParty: partyGenitive({ code: one.code, name: one.names, forms: one.forms }, language),
    }));
    return {
      reference,
      title: worded(title, language),
      signed: named.flatMap(({ party, ofParty, person, titles, on, as, authorised }) => {
        if (!person || !on || !as) return [];
        const form = authorised ? as : "unauthorised";
        const office = worded(titles ?? {}, language);
        return { person: worded(person, language), office, party, ofParty, on, as: form };
      }),
      notSigned: named.filter(({ on }) => !on).map(({ party }) => party),
    };
  });
}
