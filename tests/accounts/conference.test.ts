import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { siteOf } from "#src/accounts/site.ts";
import { countRequests } from "#src/limits/count.ts";
import { rates } from "#src/limits/rates.ts";
import type { Letter } from "#src/mail/send.ts";
import type { Person } from "#src/people/person.ts";
import { type Browser, browserOf } from "#tests/support/browser.ts";
import { conferenceAgreement, delegates } from "#tests/support/delegates.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { type RedisServer, startRedis } from "#tests/support/redis-server.ts";
import { shownOriginal } from "#tests/support/scenario.ts";
import { newSoftPasskey } from "#tests/support/soft-passkey.ts";

let office: Office;
let redis: RedisServer;
let people: Person[];
/** The newest letter to each address. */
const letters = new Map<string, Letter>();

beforeAll(async () => {
  office = await openOffice();
  office.ctx.publicUrl = "https://depositary.example";
  redis = await startRedis();
  people = await delegates(office, 80);
  const { mailer } = office.ctx;
  if (mailer) mailer.mail = { send: async (letter) => void letters.set(letter.to, letter) };
}, 120_000);
afterAll(async () => {
  await office.close();
  await redis.stop();
});

/** The code in the letter of the request with this id. */
async function codeFor({ email }: Person, id: string) {
  await expect.poll(() => letters.get(email)?.messageId).toContain(id);
  return { id, code: letters.get(email)?.text.match(/\d{4} \d{4}/)?.[0] ?? "" };
}

/** Every request of these tests comes from one address: that of the conference's Wi-Fi. */
const fresh = () => browserOf(office);
const site = siteOf("https://depositary.example", "");
type Asked = { id: string; options: { challenge: string } };

async function ok(answering: Promise<Response>): Promise<Record<string, unknown>> {
  const answer = await answering;
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Record<string, unknown>>;
}

describe.each(["in memory", "on Redis"])(
  "eighty delegates behind one address, counted %s",
  (where) => {
    let limits: ReturnType<typeof countRequests>;
    let agreement: string;
    beforeAll(async () => {
      limits = countRequests(where === "on Redis" ? redis.url : null);
      await limits.ready();
      office.ctx.limits = limits;
      agreement = await conferenceAgreement(office, people);
    }, 120_000);
    afterAll(() => limits.close());

    test("all sign in, confirm who they are, and sign, within one window of the limits", async () => {
      const [byCode, byPasskey] = [people.slice(0, 40), people.slice(40)];
      const seats = new Map<string, Browser>(people.map(({ id }) => [id, fresh()]));
      const seat = ({ id }: Person) => seats.get(id) ?? fresh();
      for (const person of byCode) {
        const { id } = await ok(
          seat(person).send("POST", "/session/codes", { email: person.email }),
        );
        const code = await codeFor(person, String(id));
        // One in four mistypes it first.
        if (byCode.indexOf(person) % 4 === 0) {
          const wrong = { code: { id, code: code.code === "1111 1111" ? "2" : "1111 1111" } };
          expect((await seat(person).tries("POST", "/session", wrong))[0]).toBe(401);
        }
        await ok(seat(person).send("POST", "/session", { code }));
      }
      const keys = new Map(
        await Promise.all(
          byPasskey.map(async ({ id }) => [id, await newSoftPasskey(office, id)] as const),
        ),
      );
      const answers = (person: Person, { id, options }: Asked) => ({
        passkey: { id, response: keys.get(person.id)?.answers(options.challenge, site) },
      });
      // All at one moment.
      await Promise.all(
        byPasskey.map(async (person) => {
          const asked = (await ok(seat(person).send("POST", "/session/passkeys"))) as Asked;
          await ok(seat(person).send("POST", "/session", answers(person, asked)));
          const again = await ok(seat(person).send("POST", "/session/verification/passkeys"));
          await ok(
            seat(person).send("POST", "/session/verification", answers(person, again as Asked)),
          );
        }),
      );
      const shown = { original: shownOriginal, binding: false };
      const reason = "No passkey at the table.";
      for (const person of people) {
        const who = seat(person);
        let proof: object;
        if (byPasskey.includes(person)) {
          const path = `/agreements/${agreement}/signatures/options`;
          proof = answers(person, (await ok(who.send("POST", path, shown))) as Asked);
        } else {
          const { id } = await ok(
            who.send("POST", `/agreements/${agreement}/signatures/codes`, shown),
          );
          proof = { code: await codeFor(person, String(id)), reason };
        }
        await ok(who.act(agreement, "signatures", { ...shown, ...proof }));
      }
      const signed = await office.db
        .selectFrom("signatures")
        .select("method")
        .where("agreement", "=", agreement)
        .execute();
      expect(signed).toHaveLength(80);
    });

    test("a guesser at that address is stopped, whichever accounts are tried, and signatories are not", async () => {
      const signatory = people[0] as Person;
      const guesser = fresh();
      const tried: number[] = [];
      for (const { email } of people.slice(
        1,
        1 + Math.ceil(rates["failures-from-address"].times / 5),
      )) {
        const { id } = await ok(guesser.send("POST", "/session/codes", { email }));
        for (let guess = 0; guess < 5; guess++) {
          const code = { id, code: `9999 000${guess}` };
          tried.push((await guesser.tries("POST", "/session", { code }))[0] as number);
        }
      }
      expect(new Set(tried)).toEqual(new Set([401, 429]));
      expect(tried.at(-1)).toBe(429);
      // Who is signed in confirms and signs all the same; this signatory signed in by the link.
      const who = fresh();
      const asked = await ok(who.send("POST", "/session/codes", { email: signatory.email }));
      await codeFor(signatory, String(asked.id));
      const text = letters.get(signatory.email)?.text ?? "";
      const [, id, token] = text.match(/sign-in\?id=([\w-]+)#token=([\w-]+)/) ?? [];
      await ok(who.send("POST", "/session", { link: { id, token } }));
      expect((await who.send("POST", "/session/verification/codes")).status).toBe(202);
    });
  },
);
