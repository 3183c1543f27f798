import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { isBodyOfState } from "#workflows/party-kinds.ts";
import type { CivilDate, Instrument } from "#workflows/terms.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { recordPartyAct } from "../record-party-act.ts";
import type { Scene } from "../scene.ts";
import { knownPartiesOf } from "../text/known-parties-of.ts";
import {
  checkReservations,
  confirmReservations,
  insertReservations,
  type NewReservation,
  reservingBy,
} from "./reservations.ts";

/** Offices that can sign an instrument of consent for a State without full powers, and that of an organisation. */
export const instrumentOffices = [
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "executive-head",
  "full-powers",
] as const;
export type InstrumentOffice = (typeof instrumentOffices)[number];

export type Deposit = {
  party: string;
  /** The kind of instrument. An accession adds a party that has not signed (VCLT articles 14 to 16). */
  kind: Instrument | "accession";
  signedBy: string;
  /** By which office it was signed, or by full powers for this act (VCLT article 7 as practice applies it). */
  authority?: InstrumentOffice | undefined;
  /** Who issued the full powers, and when. Needed if they are its authority. */
  fullPowers?: string | undefined;
  /** The date that the instrument bears. */
  dated?: CivilDate | undefined;
  /**
   * How a State that has not signed agreed that its ratification, acceptance or approval be recorded as an accession.
   */
  agreed?: string | undefined;
  /** The day on which the depositary received it. */
  on: CivilDate;
  file?: string | undefined;
  /** The reason for recording it now, if the act needs a second officer. */
  reason?: string | undefined;
  reservations?: NewReservation[] | undefined;
  /** Reservations made at signature that the instrument confirms (VCLT article 23(2)). */
  confirms?: string[] | undefined;
};

/** The depositary records that it received an instrument by which a party consents to be bound. */
export function deposit(ctx: Context, asked: Asked, given: Deposit): Promise<Done> {
  const { party, kind, on, file } = given;
  const { person } = asked;
  const signedBy = checkNamed(given.signedBy, person.language, "/signedBy");
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  const lodged = checkReservations(ctx, given.reservations ?? []);
  const confirms = [...new Set(given.confirms ?? [])];
  const agreed =
    given.agreed && checkText(given.agreed, { kind: "body", language: person.language });
  const formed = checkForm(given, person.language);
  const type = kind === "accession" || agreed ? "accede" : "deposit";
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "deposit", given, day: "on" } },
    {
      type,
      by: person.id,
      party,
      on,
      ...reservingBy(lodged),
      confirms,
      ...(kind !== "accession" && type === "deposit" && { instrument: kind }),
    },
    {
      kind: type === "accede" ? "accession" : kind,
      ...(agreed && { agreed, ...(kind !== "accession" && { titled: kind }) }),
      signedBy,
      ...formed,
      ...(file && { file }),
      ...(reason && { reason }),
      ...(lodged.length > 0 && { reservations: lodged }),
      ...(confirms.length > 0 && { confirms }),
    },
    async (scene) => {
      checkInstrument(scene, given);
      if (file) await nameFile(scene, file);
      if (type === "accede") await join(scene, party);
      await insertReservations(scene, { party, person: person.id, on }, lodged);
      await confirmReservations(scene, { party, person: person.id, on }, confirms);
      return undefined;
    },
  );
}

/** Checks the parts of an instrument that need no record. Full powers say who issued them (VCLT article 7(1)(a)). */
function checkForm({ authority, fullPowers, dated, on }: Deposit, language: string) {
  if ((authority === "full-powers") !== (fullPowers !== undefined)) {
    const detail = authority === "full-powers" ? "is needed" : "belongs to full powers only";
    throw malformed("/fullPowers", detail);
  }
  if (dated && dated > on) {
    throw new Refusal("days-out-of-order", problemWords("days-out-of-order", "en"), {
      errors: [{ pointer: "/dated", detail: `lies after ${on}` }],
    });
  }
  return {
    ...(authority && { authority }),
    ...(fullPowers && { fullPowers: checkNamed(fullPowers, language, "/fullPowers") }),
    ...(dated && { dated }),
  };
}

/** Checks the office against the kind of party, and the instrument's own date against the opening for signature. */
function checkInstrument({ facts }: Scene, { party, authority, dated }: Deposit): void {
  const known = facts.parties.includes(party);
  // A ministry or agency is a body of its State, for which the State's offices speak.
  const isState = facts.states.includes(party) || isBodyOfState(facts.kinds[party]);
  if (known && authority === "executive-head" && isState) {
    throw malformed("/authority", "is an office of organisations");
  }
  if (known && authority && !isState && !["executive-head", "full-powers"].includes(authority)) {
    throw malformed("/authority", "is an office of States");
  }
  if (dated && facts.openedOn !== null && dated < facts.openedOn) {
    throw new Refusal("act-impossible-then", problemWords("act-impossible-then", "en"), {
      errors: [{ pointer: "/dated", detail: `${dated} lies before ${facts.openedOn}` }],
    });
  }
}

function malformed(pointer: string, detail: string): Refusal {
  return new Refusal("malformed-request", "The instrument is not in due form.", {
    errors: [{ pointer, detail }],
  });
}

/** Adds a new party after the existing ones. */
async function join({ tx, agreement, facts, after }: Scene, party: string): Promise<void> {
  if (facts.parties.includes(party)) return;
  const all = [...facts.parties, party].map((code) => ({ code }));
  await knownPartiesOf(tx, { parties: all }, () => "/party");
  await tx
    .insertInto("agreement_parties")
    .values({
      agreement: agreement.id,
      party,
      position: facts.parties.length + facts.entitled.length + 1,
      signatory: null,
      standing: after[party] ?? "contracting",
      negotiated: false,
    })
    .onConflict((found) => found.columns(["agreement", "party"]).doNothing())
    .execute();
}
