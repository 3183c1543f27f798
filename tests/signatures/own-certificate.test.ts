import { createHash, sign } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assembleCms, signedAttributes } from "#src/pdf/cms/build-cms.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { ec, rsa } from "#tests/support/authority.ts";
import {
  announce,
  answerOf,
  type Card,
  cardOf,
  type Prepared,
  signWithCard,
} from "#tests/support/card.ts";
import { signFor } from "#tests/support/scenario.ts";
import { attributesIn, type CardHall, oneOf, openCardHall } from "./card-hall.ts";

let hall: CardHall;
beforeAll(async () => {
  hall = await openCardHall();
});
afterAll(() => hall.close());

/** DER: a sequence of our identifier 2.25.91234238210165209141311697398601028916 and one octet string of 32 bytes. */
const attributeOfConsent = Buffer.from(
  "303a0614698189a389cefbdaeab495b5b385eba7c5ecaa3431220420",
  "hex",
);

describe("a party signs with its own certificate:", () => {
  const keys = [
    ["RSA 2048, PKCS #1", rsa(2048), {}],
    ["RSA 3072, SHA-512", rsa(3072), { digestAlgorithm: "sha512" }],
    ["ECDSA P-256", ec("P-256"), {}],
    ["ECDSA P-384, SHA-384", ec("P-384"), { digestAlgorithm: "sha384" }],
  ] as const;
  test.each(keys)("%s, and the sealed file is VALID at B-LTA", async (_name, key, change) => {
    const agreement = await hall.openForSigning();
    const own = cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key });
    hall.trustFiles.publishLists();
    const done = await signWithCard(hall.kz, agreement, own, change);
    expect([done.status, await done.clone().text()]).toEqual([201, expect.any(String)]);
    await signFor(hall.office, agreement, "AE");
    await hall.work();
    const result = await verifyPdf(await hall.sealedOf(agreement), hall.reader());
    expect(result).toMatchObject({ verdict: "VALID", level: "B-LTA" });
    expect(result.signatures.map(({ field, subject, level }) => [field, subject, level])).toEqual([
      ["Party-KZ", "CN=Yerlan Abdrakhmanov", "B-LT"],
      ["Party-AE", "CN=Seal", "B-LT"],
      ["Seal", "CN=Seal", "B-LTA"],
    ]);
  });
});

describe("the key may answer in any of the forms in which keys do:", () => {
  const given = async (own: Card, make: (prepared: Prepared) => unknown, change = {}) => {
    const agreement = await hall.openForSigning();
    const prepared = (await (await announce(hall.kz, agreement, own, change)).json()) as Prepared;
    const answer = await hall.kz.send(
      "PUT",
      `/signatures/${prepared.id}/cms`,
      await make(prepared),
    );
    expect([answer.status, await answer.json()]).toMatchObject([201, { stage: "sign.open" }]);
    const { digest } = await hall.office.db
      .selectFrom("certificate_signatures")
      .select("digest")
      .where("agreement", "=", agreement)
      .executeTakeFirstOrThrow();
    const pdf = await hall.office.ctx.objects.get(digest);
    const { signatures, findings } = await verifyPdf(pdf!, hall.reader());
    expect(signatures).toMatchObject([{ field: "Party-KZ", trusted: true }]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["field-empty"]));
  };
  const attributesOf = attributesIn;

  test("a CMS that openssl makes around the attributes, RSA and ECDSA", async () => {
    await given(hall.card, (prepared) => answerOf(prepared, hall.card, "bare cms"));
    const curve = cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key: ec("P-384") });
    await given(curve, (prepared) => answerOf(prepared, curve, "bare cms"));
  });

  test("RSASSA-PSS", async () => {
    const pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"];
    await given(
      hall.card,
      (prepared) =>
        oneOf(hall.card.signs(attributesOf(prepared), "signature", "sha256", pss), "signature"),
      { pss: true },
    );
  });

  test("the two numbers of an ECDSA signature side by side, as tokens give them", async () => {
    const token = cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key: ec("P-256") });
    const key = { key: token.issued.key, dsaEncoding: "ieee-p1363" } as const;
    await given(token, (prepared) =>
      oneOf(sign("sha256", attributesOf(prepared), key), "signature"),
    );
  });

  test("a whole CMS over the content, with the attributes of PAdES and the digest of the consent", async () => {
    await given(hall.card, async (prepared) => {
      const content = await hall.contentOf(prepared);
      const { certificate, key } = hall.card.issued;
      const consent = Buffer.from(prepared.consent, "hex");
      const stated = Buffer.concat([attributeOfConsent, consent]);
      expect(attributesOf(prepared).includes(stated)).toBe(true);
      const digest = createHash("sha256").update(content).digest();
      const attributes = signedAttributes(digest, certificate, consent);
      const signature = sign("sha256", attributes, key);
      const cms = assembleCms({ attributes, signature, certificate, chain: [] });
      return oneOf(Buffer.from(cms), "cms");
    });
  });
});
