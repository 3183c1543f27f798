import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { findActing, findPerson } from "#src/people/find.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { addMonths } from "#workflows/civil-date.ts";
import { type authorisedActs, type Office, offices } from "#workflows/offices.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { partyFor } from "../party-for.ts";

export type Presented = {
  party?: string | undefined;
  /** The representative named in the credentials. */
  person: string;
  kind: "full-powers" | "ex-officio";
  office?: Office | undefined;
  acts?: (typeof authorisedActs)[number][] | undefined;
  /** The authority that issued them, and the person who signed them. */
  issuedBy: string;
  signedBy: string;
  instrument: string;
  place: string;
  issuedOn: string;
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  restrictions?: string | undefined;
  /** The holder's name in the person's certificate, if it differs from every name on record. */
  holder?: string | undefined;
  form: "original" | "copy";
  /** sha-256 of the scan, which is already attached to the agreement. */
  file?: string | undefined;
  /** The desk's entry that brought them. */
  correspondence?: string | undefined;
};

/** Records full powers, or an office that needs none, for a party. Two people then verify them. */
export function presentCredentials(ctx: Context, asked: Asked, given: Presented): Promise<Done> {
  const { person: presenter } = asked;
  const party = partyFor(presenter, given.party);
  const { kind } = given;
  const id = ctx.id();
  const words = checked(given, presenter.language);
  const validFrom = given.validFrom ?? given.issuedOn;
  const acts = authorised(given);
  const known = { ...given, ...words, party, acts, validFrom, credential: id };
  return act(
    ctx,
    {
      ...asked,
      correspondence: given.correspondence,
      act: {
        type: "present-credentials",
        by: presenter.id,
        party,
        kind,
        office: (kind === "ex-officio" && given.office) || null,
      },
      detail: known,
    },
    async ({ tx, writes, agreement, at, today }) => {
      checkDays({ ...given, validFrom }, today);
      if (acts.length === 0) throw incomplete(kind);
      await checkRepresentative(tx, given.person, party);
      if (given.file) await nameFile({ tx, agreement, at }, given.file);
      writes.push(
        tx.insertInto("credentials").values({
          id,
          agreement: agreement.id,
          party,
          person: given.person,
          kind,
          office: given.office ?? null,
          issued_by: words.issuedBy,
          signed_by: words.signedBy,
          instrument: words.instrument,
          acts,
          place: words.place,
          issued_on: given.issuedOn,
          valid_from: validFrom,
          valid_until: given.validUntil ?? null,
          restrictions: words.restrictions ?? null,
          holder: words.holder ?? null,
          form: given.form,
          file: given.file ?? null,
          presented_by: presenter.id,
          at,
        }),
      );
      return undefined;
    },
  );
}

/** The acts that the office allows by itself, or that the full powers name. */
function authorised({ kind, office, acts = [] }: Presented): string[] {
  if (kind === "full-powers") return acts;
  return office ? [...offices[office]] : [];
}

function incomplete(kind: Presented["kind"]): Refusal {
  return kind === "full-powers"
    ? lacking("/acts", "name what the full powers authorise")
    : lacking("/office", "name the office that needs no full powers");
}

function checked(given: Presented, language: string) {
  const named = (field: "issuedBy" | "signedBy" | "instrument" | "place") =>
    checkNamed(given[field], language, `/${field}`);
  const { restrictions, holder } = given;
  return {
    issuedBy: named("issuedBy"),
    signedBy: named("signedBy"),
    instrument: named("instrument"),
    place: named("place"),
    ...(holder !== undefined && { holder: checkNamed(holder, language, "/holder") }),
    ...(restrictions !== undefined && {
      restrictions: checkText(restrictions, { kind: "body", language, pointer: "/restrictions" }),
    }),
  };
}

/** The oldest accepted day of issue, in months. An older one is a typing error: its signer has left office. */
const maxAgeMonths = 12 * 50;

function checkDays(
  {
    issuedOn,
    validFrom,
    validUntil,
  }: Pick<Presented, "issuedOn" | "validUntil"> & { validFrom: string },
  today: CivilDate,
): void {
  const rules = [
    ["/issuedOn", issuedOn, today],
    ["/issuedOn", addMonths(today, -maxAgeMonths), issuedOn],
    ["/validFrom", issuedOn, validFrom],
    ["/validUntil", validFrom, validUntil ?? validFrom],
    ["/validUntil", today, validUntil ?? today],
  ] as const;
  const broken = rules.filter(([, earlier, later]) => earlier > later);
  if (broken.length === 0) return;
  throw new Refusal("invalid-credential-days", problemWords("invalid-credential-days", "en"), {
    errors: broken.map(([pointer, earlier, later]) => ({
      pointer,
      detail: `${earlier} lies after ${later}`,
    })),
  });
}

async function checkRepresentative(tx: Tx, id: string, party: string): Promise<void> {
  const named = await findPerson(tx, id);
  if (named?.party !== party || !named.roles.includes("representative")) {
    throw lacking("/person", "is not a representative of this party");
  }
  if (await findActing(tx, id)) return;
  throw new Refusal("person-is-suspended", problemWords("person-is-suspended", "en"), {
    errors: [{ pointer: "/person", detail: "is suspended" }],
  });
}

function lacking(pointer: string, detail: string): Refusal {
  return new Refusal("malformed-request", "The credentials are not complete.", {
    errors: [{ pointer, detail }],
  });
}
