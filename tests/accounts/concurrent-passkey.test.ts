import { afterAll, beforeAll, expect, test } from "vitest";
import { askPasskey, usePasskey } from "#src/accounts/use-passkey.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { newSoftPasskey, site } from "#tests/support/soft-passkey.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test("a passkey used twice at one instant never sets its counter back", async () => {
  const person = office.as("representative", "KZ").person.id;
  const passkey = await newSoftPasskey(office, person);
  const asking = { purpose: "step-up", person } as const;
  const outcomes = new Set<string>();
  let highest = 0;
  for (let nth = 0; nth < trials({ short: 40, long: 1000 }); nth++) {
    const asked = [
      await askPasskey(office.ctx, asking, site),
      await askPasskey(office.ctx, asking, site),
    ];
    const given = asked.map(({ id, options: { challenge } }) => ({
      id,
      response: passkey.answers(challenge, site),
    }));
    // Half of the time the later answer sets out first.
    const order = nth % 2 === 0 ? given : given.toReversed();
    const done = await Promise.allSettled(
      order.map((answer) => usePasskey(office.ctx, asking, answer, site)),
    );
    outcomes.add(done.map(({ status }) => status).join());
    const accepted = order.flatMap((answer, at) =>
      done[at]?.status === "fulfilled" ? [2 * nth + 1 + given.indexOf(answer)] : [],
    );
    highest = Math.max(highest, ...accepted);
    const { counter } = await office.db
      .selectFrom("passkeys")
      .select("counter")
      .where("id", "=", passkey.id)
      .executeTakeFirstOrThrow();
    expect(Number(counter)).toBe(highest);
  }
  expect(outcomes).toContain("fulfilled,fulfilled");
});
