import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyPdf } from "#src/pdf/verify.ts";
import { announce, answerOf, cardOf, type Prepared, signWithCard } from "#tests/support/card.ts";
import { trials } from "#tests/support/length.ts";
import { codeOf } from "#tests/support/problem.ts";
import { type CardHall, openCardHall } from "./card-hall.ts";

let id: string;
let hall: CardHall;
beforeAll(async () => {
  hall = await openCardHall();
});
afterAll(() => hall.close());

describe("one party at a time:", () => {
  beforeEach(async () => {
    id = await hall.openForSigning();
  });

  test("while one party's hall.card signs, another hears until when, and signs after it", async () => {
    const prepared = (await (await announce(hall.kz, id, hall.card)).json()) as Prepared;
    const other = cardOf(hall.trustFiles.of("AE"), "Mariam Al Hashimi");
    const busy = await announce(hall.ae, id, other);
    expect([busy.status, codeOf(await busy.json())]).toEqual([409, "signature-in-preparation"]);
    expect(Number(busy.headers.get("Retry-After"))).toBeGreaterThan(590);
    await hall.kz.send("PUT", `/signatures/${prepared.id}/cms`, answerOf(prepared, hall.card));
    hall.trustFiles.publishLists();
    expect((await signWithCard(hall.ae, id, other)).status).toBe(201);
    await hall.work();
    const pdf = await hall.sealedOf(id);
    const result = await verifyPdf(pdf, hall.reader());
    expect(result).toMatchObject({ verdict: "VALID", level: "B-LTA" });
    expect(result.signatures.map(({ subject }) => subject)).toEqual([
      "CN=Yerlan Abdrakhmanov",
      "CN=Mariam Al Hashimi",
      "CN=Seal",
    ]);
  });

  test("what is given up is free at once", async () => {
    const prepared = (await (await announce(hall.kz, id, hall.card)).json()) as Prepared;
    const path = `/signatures/${prepared.id}`;
    expect((await hall.ae.send("DELETE", path)).status).toBe(404);
    expect((await hall.kz.send("DELETE", path)).status).toBe(204);
    const late = await hall.kz.send("PUT", `${path}/cms`, answerOf(prepared, hall.card));
    expect([late.status, codeOf(await late.json())]).toEqual([409, "preparation-is-over"]);
    expect(
      (await announce(hall.ae, id, cardOf(hall.trustFiles.of("AE"), "Mariam Al Hashimi"))).status,
    ).toBe(201);
  });

  test("a new preparation of the same party ends the old one", async () => {
    const first = (await (await announce(hall.kz, id, hall.card)).json()) as Prepared;
    const second = (await (await announce(hall.kz, id, hall.card)).json()) as Prepared;
    const late = await hall.kz.send(
      "PUT",
      `/signatures/${first.id}/cms`,
      answerOf(first, hall.card),
    );
    expect(codeOf(await late.json())).toBe("preparation-is-over");
    const right = await hall.kz.send(
      "PUT",
      `/signatures/${second.id}/cms`,
      answerOf(second, hall.card),
    );
    expect(right.status).toBe(201);
  });

  test("the same signature a second time is refused, and under its key answered as before", async () => {
    const prepared = (await (await announce(hall.kz, id, hall.card)).json()) as Prepared;
    const path = `/signatures/${prepared.id}/cms`;
    const body = answerOf(prepared, hall.card);
    const key = { "Idempotency-Key": "card-1" };
    const first = await hall.kz.send("PUT", path, body, key);
    const again = await hall.kz.send("PUT", path, body, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    const twice = await hall.kz.send("PUT", path, body);
    expect([twice.status, codeOf(await twice.json())]).toEqual([409, "preparation-was-used"]);
  });

  test("after ten minutes it is too late, and the original is as it was", async () => {
    const prepared = (await (await announce(hall.kz, id, hall.card)).json()) as Prepared;
    const now = hall.office.ctx.now;
    hall.office.ctx.now = () => new Date(Date.now() + 10 * 60_000 + 1);
    try {
      const late = await hall.kz.send(
        "PUT",
        `/signatures/${prepared.id}/cms`,
        answerOf(prepared, hall.card),
      );
      expect([late.status, codeOf(await late.json())]).toEqual([409, "preparation-is-over"]);
      const free = await announce(
        hall.ae,
        id,
        cardOf(hall.trustFiles.of("AE"), "Mariam Al Hashimi"),
      );
      expect(free.status).toBe(201);
    } finally {
      hall.office.ctx.now = now;
    }
  });

  test("of many that announce and sign at once each signature is in the file once", async () => {
    const other = cardOf(hall.trustFiles.of("AE"), "Mariam Al Hashimi");
    hall.trustFiles.publishLists();
    const tries = trials({ short: 12, long: 200 });
    const answers = await Promise.all(
      Array.from({ length: tries }, (_, n) =>
        n % 2 === 0 ? signWithCard(hall.kz, id, hall.card) : signWithCard(hall.ae, id, other),
      ),
    );
    const signed = answers.filter(({ status }) => status === 201).length;
    expect(answers.every(({ status }) => status === 201 || status === 409 || status === 412)).toBe(
      true,
    );
    for (const [client, own] of [
      [hall.kz, hall.card],
      [hall.ae, other],
    ] as const) {
      const answer = await signWithCard(client, id, own);
      expect([201, 409]).toContain(answer.status);
    }
    const rows = await hall.office.db
      .selectFrom("certificate_signatures")
      .select(["party", "position"])
      .where("agreement", "=", id)
      .orderBy("position")
      .execute();
    expect(rows.map(({ position }) => position)).toEqual([1, 2]);
    expect(new Set(rows.map(({ party }) => party)).size).toBe(2);
    expect(signed).toBeLessThanOrEqual(2);
    await hall.work();
    expect(await verifyPdf(await hall.sealedOf(id), hall.reader())).toMatchObject({
      verdict: "VALID",
    });
  });

  test("another person, another party and the public find no preparation", async () => {
    const prepared = (await (await announce(hall.kz, id, hall.card)).json()) as Prepared;
    for (const client of [hall.ae, hall.office.as("legal-officer"), hall.office.as("archivist")]) {
      expect((await client.send("GET", `/signatures/${prepared.id}`)).status).toBe(404);
      expect((await client.send("GET", `/signatures/${prepared.id}/content`)).status).toBe(404);
    }
    expect((await hall.office.anyone.send("GET", `/signatures/${prepared.id}`)).status).toBe(401);
    const own = await hall.kz.send("GET", `/signatures/${prepared.id}`);
    expect(await own.json()).toEqual(prepared);
  });

  test("an agreement that goes back to negotiation leaves nothing to sign", async () => {
    const prepared = (await (await announce(hall.kz, id, hall.card)).json()) as Prepared;
    await hall.ae.act(id, "declinations", { reason: "The second article is not acceptable." });
    const late = await hall.kz.send(
      "PUT",
      `/signatures/${prepared.id}/cms`,
      answerOf(prepared, hall.card),
    );
    expect([late.status, codeOf(await late.json())]).toEqual([409, "wrong-stage"]);
  });
});
