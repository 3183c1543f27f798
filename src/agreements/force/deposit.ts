import type { Context } from "#src/context.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import type { CivilDate } from "#workflows/terms.ts";
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

export type Deposit = {
  party: string;
  /** The kind of instrument. An accession adds a party that has not signed (VCLT articles 14 to 16). */
  kind: "ratification" | "acceptance" | "approval" | "accession";
  signedBy: string;
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
  const type = kind === "accession" ? "accede" : "deposit";
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "deposit", given, day: "on" } },
    { type, by: person.id, party, on, ...reservingBy(lodged), confirms },
    {
      kind,
      signedBy,
      ...(file && { file }),
      ...(reason && { reason }),
      ...(lodged.length > 0 && { reservations: lodged }),
      ...(confirms.length > 0 && { confirms }),
    },
    async (scene) => {
      if (file) await nameFile(scene, file);
      if (type === "accede") await join(scene, party);
      await insertReservations(scene, { party, person: person.id, on }, lodged);
      await confirmReservations(scene, { party, person: person.id, on }, confirms);
      return undefined;
    },
  );
}

/** Adds a new party after the existing ones. */
async function join({ tx, agreement, facts, after }: Scene, party: string): Promise<void> {
  if (facts.parties.includes(party)) return;
  await knownPartiesOf(tx, [{ code: party }], () => "/party");
  await tx
    .insertInto("agreement_parties")
    .values({
      agreement: agreement.id,
      party,
      position: facts.parties.length + 1,
      signatory: null,
      standing: after[party] ?? "contracting",
    })
    .execute();
}
