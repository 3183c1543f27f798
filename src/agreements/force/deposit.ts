import type { Context } from "#src/context.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import type { Instrument } from "#workflows/terms.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { recordPartyAct } from "../record-party-act.ts";
import { checkForm, checkInstrument, type SignedInstrument } from "./instrument-form.ts";
import { joinParty } from "./join-party.ts";
import {
  checkReservations,
  confirmReservations,
  insertReservations,
  type NewReservation,
  reservingBy,
} from "./reservations.ts";
import { checkDeclarations, type NewDeclaration } from "./statement-parts.ts";

export type Deposit = SignedInstrument & {
  party: string;
  /** The kind of instrument. An accession adds a party that has not signed (VCLT articles 14 to 16). */
  kind: Instrument | "accession";
  /**
   * How a State that has not signed agreed that its ratification, acceptance or approval be recorded as an accession.
   */
  agreed?: string | undefined;
  file?: string | undefined;
  /** The reason for recording it now, if the act needs a second officer. */
  reason?: string | undefined;
  reservations?: NewReservation[] | undefined;
  /** Declarations that the text requires or permits. */
  declarations?: NewDeclaration[] | undefined;
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
  const declarations = checkDeclarations(ctx, given.declarations ?? []);
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
      declares: declarations.map(({ article }) => article),
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
      ...(declarations.length > 0 && { declarations }),
      ...(confirms.length > 0 && { confirms }),
    },
    async (scene) => {
      checkInstrument(scene, given);
      if (file) await nameFile(scene, file);
      if (type === "accede") await joinParty(scene, party, on);
      await insertReservations(scene, { party, person: person.id, on }, lodged);
      await confirmReservations(scene, { party, person: person.id, on }, confirms);
      return undefined;
    },
  );
}
