import type { Context } from "#src/context.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { recordPartyAct } from "../record-party-act.ts";
import { knownPartiesOf } from "../text/known-parties-of.ts";
import { checkForm, malformed, type SignedInstrument } from "./instrument-form.ts";
import { joinParty } from "./join-party.ts";
import { keepReservations } from "./keep-reservations.ts";
import {
  checkReservations,
  insertReservations,
  type NewReservation,
  reservingBy,
} from "./reservations.ts";

/** How the State came to be: a newly independent one begins with its notification (article 23(2)). */
export const successionBases = ["newly-independent", "separation", "uniting", "other"] as const;

export type NewSuccession = SignedInstrument & {
  kind: "succession" | "continuity";
  /** The predecessor State, and the date of succession. */
  predecessor?: string | undefined;
  succeededOn?: CivilDate | undefined;
  basis?: (typeof successionBases)[number] | undefined;
  /** For a declaration of continuity: the name under which the State took part before. */
  formerName?: string | undefined;
  /** How the other party to a bilateral instrument agreed (article 24). */
  agreed?: string | undefined;
  /** Reservations of the predecessor that the State does not maintain (article 20(1)). */
  withdraws?: string[] | undefined;
  reservations?: NewReservation[] | undefined;
  file?: string | undefined;
  reason?: string | undefined;
};

/**
 * The depositary records a State's notification of succession, which makes it a contracting State in its own name, or a
 * signatory if its predecessor had only signed subject to ratification (Vienna Convention on Succession of States in
 * respect of Treaties, 1978, articles 17 to 24, 33 and 37), or its declaration that
 * it continues under another name, which changes no date. That convention binds few States: depositaries follow these
 * rules as practice.
 */
export function succeed(ctx: Context, asked: Asked, given: NewSuccession): Promise<Done> {
  return given.kind === "continuity" ? continueAs(ctx, asked, given) : notify(ctx, asked, given);
}

async function notify(ctx: Context, asked: Asked, given: NewSuccession): Promise<Done> {
  const { party, predecessor, succeededOn, basis = "other", on, file } = given;
  const { person } = asked;
  if (!predecessor) throw malformed("/predecessor", "is needed for a succession");
  if (!succeededOn) throw malformed("/succeededOn", "is needed for a succession");
  if (succeededOn > on) throw malformed("/succeededOn", `lies after ${on}`);
  if (given.formerName) throw malformed("/formerName", "belongs to a declaration of continuity");
  const lodged = checkReservations(ctx, given.reservations ?? []);
  const said = wordsOf(given, person.language);
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "succeed", given, day: "on" } },
    {
      type: "succeed",
      by: person.id,
      party,
      on,
      predecessor,
      succeededOn,
      agreed: given.agreed !== undefined,
      ...reservingBy(lodged),
    },
    {
      predecessor,
      succeededOn,
      basis,
      ...(basis === "newly-independent" && { operatesOn: on }),
      ...said,
      ...(lodged.length > 0 && { reservations: lodged }),
    },
    async (scene) => {
      const [known] = await knownPartiesOf(
        scene.tx,
        { parties: [{ code: party }] },
        () => "/party",
      );
      if (known?.kind !== "state") throw malformed("/party", "is not a State");
      if (file) await nameFile(scene, file);
      await joinParty(scene, party, on);
      if (scene.after[party] === "signedSubjectToRatification") return toSignature(given);
      const by = { party, person: person.id, on };
      await keepReservations(ctx, scene, {
        ...by,
        predecessor,
        succeededOn,
        without: given.withdraws ?? [],
      });
      await insertReservations(scene, by, lodged);
      return undefined;
    },
  );
}

/** Its reservations come with its own instrument: nothing of the predecessor's has effect before (article 20(1)). */
function toSignature({ reservations = [], withdraws = [] }: NewSuccession) {
  if (reservations.length > 0) throw malformed("/reservations", "come with the ratification");
  if (withdraws.length > 0) throw malformed("/withdraws", "belongs to a State that is bound");
  return { to: "signature", operatesOn: null };
}

function continueAs(ctx: Context, asked: Asked, given: NewSuccession): Promise<Done> {
  const { party, on, file, formerName } = given;
  const { person } = asked;
  if (!formerName) throw malformed("/formerName", "is needed for a declaration of continuity");
  for (const field of [
    "predecessor",
    "succeededOn",
    "basis",
    "withdraws",
    "reservations",
  ] as const) {
    if (given[field]) throw malformed(`/${field}`, "belongs to a succession");
  }
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "succeed", given, day: "on" } },
    { type: "declare-continuity", by: person.id, party, on },
    {
      formerName: checkNamed(formerName, person.language, "/formerName"),
      ...wordsOf(given, person.language),
    },
    async (scene) => {
      if (file) await nameFile(scene, file);
      return undefined;
    },
  );
}

function wordsOf({ signedBy, agreed, reason, file, ...given }: NewSuccession, language: string) {
  const check = (text: string) => checkText(text, { kind: "body", language });
  return {
    signedBy: checkNamed(signedBy, language, "/signedBy"),
    ...checkForm({ signedBy, ...given }, language),
    ...(agreed && { agreed: check(agreed) }),
    ...(reason && { reason: check(reason) }),
    ...(file && { file }),
  };
}
