import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { basisOf, routeOf } from "#workflows/un-registration.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";

export type Submission = {
  /** 0 for the treaty itself, else the entry of the evidence that changed it. */
  action?: number | undefined;
  /** The day on which it was sent; today if absent. */
  on?: CivilDate | undefined;
  /** The party that sent it; the depositary if absent (VCLT article 80(2); Regulations, article 1(3)). */
  sentBy?: string | undefined;
  /** For a text that does not bind by its terms: the parties' recorded position that it does. */
  reason?: string | undefined;
};

/**
 * Records that the treaty, or a later action that changed its parties, terms, scope or application, was sent to the
 * Secretariat of the United Nations (Charter, article 102; Regulations, articles 1, 2 and 10). Orders the certifying
 * statement, or for a later action the certified statement.
 */
export function sendToUn(ctx: Context, asked: Asked, given: Submission): Promise<Done> {
  const { person } = asked;
  const { action = 0, on, sentBy } = given;
  const reason =
    (given.reason && checkText(given.reason, { kind: "body", language: person.language })) || "";
  const detail = { action, reason, ...(on && { on }), ...(sentBy && { sentBy }) };
  return act(
    ctx,
    { ...asked, act: { type: "submit-to-un", by: person.id, reason, action }, detail },
    async ({ tx, writes, agreement, facts, at, today }) => {
      const day = on ?? today;
      expectPast(day, today);
      if (sentBy && !facts.parties.includes(sentBy)) {
        throw new Refusal("not-a-participant", problemWords("not-a-participant", "en"));
      }
      writes.push(
        tx.insertInto("un_submissions").values({
          agreement: agreement.id,
          action,
          seq: agreement.version + 1,
          route: routeOf(facts) === "filing" ? "filing" : "registration",
          basis: basisOf(facts) ?? "in-force",
          sent_by: sentBy ?? null,
          on_day: day,
          reason,
          person: person.id,
          at,
        }),
      );
      return undefined;
    },
  );
}

export type Registered = {
  action?: number | undefined;
  number: string;
  /** The day of receipt in due form, which is the date of registration (Regulations, article 6). */
  on?: CivilDate | undefined;
  /** The volume of the United Nations Treaty Series. */
  volume?: string | undefined;
  /** The certificate of registration, attached to the agreement; its sha-256. */
  certificate?: string | undefined;
};

/** Records the number, the date, the volume and the certificate that the Secretariat of the United Nations gave. */
export function recordRegistration(ctx: Context, asked: Asked, given: Registered): Promise<Done> {
  const { person } = asked;
  const { action = 0, on, certificate } = given;
  const check = (text: string) => checkText(text, { kind: "title", language: person.language });
  const number = check(given.number);
  const volume = given.volume ? check(given.volume) : "";
  const detail = {
    action,
    number,
    ...(on && { on }),
    ...(volume && { volume }),
    ...(certificate && { certificate }),
  };
  return act(
    ctx,
    { ...asked, act: { type: "register-with-un", by: person.id, number, action }, detail },
    async (scene) => {
      const { tx, writes, agreement, at, today } = scene;
      if (on) expectPast(on, today);
      if (certificate) await nameFile(scene, certificate);
      writes.push(
        tx.insertInto("un_registrations").values({
          agreement: agreement.id,
          action,
          number,
          on_day: on ?? null,
          volume,
          certificate: certificate ?? null,
          person: person.id,
          at,
        }),
      );
      return undefined;
    },
  );
}

function expectPast(day: CivilDate, today: CivilDate): void {
  if (day <= today) return;
  throw new Refusal("days-out-of-order", problemWords("days-out-of-order", "en"), {
    errors: [{ pointer: "/on", detail: `lies after ${today}` }],
  });
}
