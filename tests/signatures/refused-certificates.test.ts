import { createHash, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assembleCms, signedAttributes } from "#src/pdf/cms/build-cms.ts";
import { openAuthority, rsa } from "#tests/support/authority.ts";
import { announce, answerOf, type Card, cardOf, type Prepared } from "#tests/support/card.ts";
import { codeOf } from "#tests/support/problem.ts";
import { bringToOriginal, draft } from "#tests/support/scenario.ts";
import { type CardHall, oneOf, openCardHall } from "./card-hall.ts";

let id: string;
let hall: CardHall;
beforeAll(async () => {
  hall = await openCardHall();
});
afterAll(() => hall.close());

/** What a refused answer leaves behind: nothing; and the right answer is taken after it. */
async function refused(send: (prepared: Prepared) => Promise<unknown> | unknown, title: string) {
  const agreement = await hall.openForSigning();
  const prepared = (await (await announce(hall.kz, agreement, hall.card)).json()) as Prepared;
  const path = `/signatures/${prepared.id}/cms`;
  const answer = await hall.kz.send("PUT", path, await send(prepared));
  expect([answer.status, codeOf(await answer.json())]).toEqual([422, title]);
  const right = await hall.kz.send("PUT", path, answerOf(prepared, hall.card));
  expect(right.status).toBe(201);
}

/** As `openssl cms` makes it by itself, with a signing time. */
function wholeCms(by: Card, content: Buffer, more = ["-cades"]): Buffer {
  const { issued, openssl } = by;
  writeFileSync(join(hall.trustFiles.of("KZ").path, "content"), content);
  const who = ["-signer", issued.certificateFile, "-inkey", issued.keyFile];
  const how = ["-binary", "-nosmimecap", "-md", "sha256", "-outform", "DER", ...more];
  openssl("cms", "-sign", "-in", "content", ...who, ...how, "-out", "whole");
  return readFileSync(join(hall.trustFiles.of("KZ").path, "whole"));
}

const preparations = (agreement: string) =>
  hall.office.db
    .selectFrom("signature_preparations")
    .select(["party", "ended_at"])
    .where("agreement", "=", agreement)
    .execute();

describe("an answer that is not the signature asked for is refused by name, and the right one taken after it:", () => {
  test("over another digest, a whole CMS", () =>
    refused(async (prepared) => {
      const content = await hall.contentOf(prepared);
      const other = Buffer.concat([content, Buffer.from("x")]);
      return oneOf(wholeCms(hall.card, other), "cms");
    }, "signature-over-another-digest"));

  test("by another certificate of the same person, a whole CMS", () =>
    refused(async (prepared) => {
      const other = cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(2048) });
      return oneOf(wholeCms(other, await hall.contentOf(prepared)), "cms");
    }, "signature-of-another-certificate"));

  test("by another certificate, a CMS around the attributes", () =>
    refused((prepared) => {
      const other = cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(2048) });
      return answerOf(prepared, other, "bare cms");
    }, "signature-of-another-certificate"));

  test("by another key, the signature alone", () =>
    refused((prepared) => {
      const other = cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(2048) });
      return answerOf(prepared, other);
    }, "signature-does-not-hold"));

  test("over other attributes, the signature alone", () =>
    refused(
      () => oneOf(hall.card.signs(Buffer.from("something else"), "signature"), "signature"),
      "signature-does-not-hold",
    ));

  test("with a time of its own, which PAdES leaves to the file", () =>
    refused(async (prepared) => {
      return oneOf(wholeCms(hall.card, await hall.contentOf(prepared)), "cms");
    }, "signature-is-no-pades"));

  test("without the signing certificate's digest", () =>
    refused(async (prepared) => {
      return oneOf(wholeCms(hall.card, await hall.contentOf(prepared), []), "cms");
    }, "signature-is-no-pades"));

  test.each([
    ["no", null],
    ["another", new Uint8Array(32)],
  ])("with %s digest of the consent", (_, consent) =>
    refused(async (prepared) => {
      const { certificate, key } = hall.card.issued;
      const digest = createHash("sha256")
        .update(await hall.contentOf(prepared))
        .digest();
      const attributes = signedAttributes(digest, certificate, consent);
      const signature = sign("sha256", attributes, key);
      const cms = assembleCms({ attributes, signature, certificate, chain: [] });
      return oneOf(Buffer.from(cms), "cms");
    }, "signature-lacks-the-consent"),
  );

  test("no CMS at all", () =>
    refused(() => oneOf(Buffer.from("no CMS"), "cms"), "signature-is-no-pades"));

  test("cut off", () =>
    refused((prepared) => {
      const [{ attributes }] = prepared.originals as [Prepared["originals"][0]];
      const cms = hall.card.signs(Buffer.from(attributes, "base64"), "bare cms");
      return oneOf(cms.subarray(0, cms.length - 1), "cms");
    }, "signature-is-no-pades"));

  test("with SHA-1", () =>
    refused(
      (prepared) => answerOf(prepared, hall.card, "signature", "sha1"),
      "signature-does-not-hold",
    ));
});

describe("a certificate that may not sign for the party is refused before a hall.card is asked for:", () => {
  beforeAll(async () => {
    id = await hall.openForSigning();
  });
  const rows: [string, () => Card, string][] = [
    [
      "of another party",
      () => cardOf(hall.trustFiles.of("AE"), "Yerlan Abdrakhmanov"),
      "certificate-is-not-trusted",
    ],
    [
      "of an authority of the same name",
      () => cardOf(openAuthority("Ministry-KZ"), "Yerlan Abdrakhmanov"),
      "certificate-is-not-trusted",
    ],
    [
      "that has expired",
      () =>
        cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", {
          until: new Date(Date.now() - 1000),
        }),
      "certificate-is-not-valid",
    ],
    [
      "that is not valid yet",
      () =>
        cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", {
          from: new Date(Date.now() + 3_600_000),
        }),
      "certificate-is-not-valid",
    ],
    [
      "for servers",
      () =>
        cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", {
          extensions: "keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth",
        }),
      "certificate-is-for-another-use",
    ],
    [
      "for encryption",
      () =>
        cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", {
          extensions: "keyUsage=critical,keyEncipherment",
        }),
      "certificate-is-for-another-use",
    ],
    [
      "with RSA of 1024 bits",
      () => cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(1024) }),
      "certificate-is-weak",
    ],
    [
      "that is revoked",
      () => {
        const revoked = cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov");
        hall.trustFiles.of("KZ").revoke(revoked.issued);
        hall.trustFiles.publishLists();
        return revoked;
      },
      "certificate-is-revoked",
    ],
  ];
  test.each(rows)("one %s", async (_name, make, title) => {
    const answer = await announce(hall.kz, id, make());
    expect([answer.status, codeOf(await answer.json())]).toEqual([422, title]);
    expect(await preparations(id)).toEqual([]);
  });

  test("no certificate at all", async () => {
    const answer = await announce(hall.kz, id, { certificate: "AAAA" });
    expect(answer.status).toBe(400);
  });

  test("a party without an authority on record signs in another way", async () => {
    const other = await draft(hall.office, { parties: [{ code: "EE" }, { code: "AE" }] });
    await bringToOriginal(hall.office, other);
    await hall.work();
    await hall.openSigningOf(other);
    const ee = hall.office.as("representative", "EE");
    const answer = await announce(ee, other, hall.card);
    expect([answer.status, codeOf(await answer.json())]).toEqual([
      422,
      "certificate-is-not-trusted",
    ]);
  });
});
