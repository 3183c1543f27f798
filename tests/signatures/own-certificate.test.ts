import { createHash, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSigning } from "#src/agreements/open-signing.ts";
import { type Exported, replayConsent } from "#src/evidence/replay-consent.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import type { Room } from "#src/jobs/room.ts";
import { assembleCms, signedAttributes } from "#src/pdf/cms/build-cms.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { ec, openAuthority, rsa } from "#tests/support/authority.ts";
import {
  announce,
  answerOf,
  type Card,
  cardOf,
  type Prepared,
  signWithCard,
} from "#tests/support/card.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { trials } from "#tests/support/length.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, signFor, told } from "#tests/support/scenario.ts";
import { openWitnesses, type Witnesses } from "#tests/support/witnesses.ts";

let witnesses: Witnesses;
let office: Office;
let room: Room;
let kz: Client;
let ae: Client;
let card: Card;
let id: string;

beforeAll(async () => {
  witnesses = await openWitnesses(["KZ", "AE"]);
  office = await openOffice(witnesses.office);
  room = await roomOf(office);
  kz = office.as("representative", "KZ");
  ae = office.as("representative", "AE");
  card = cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(2048) });
});
afterAll(async () => {
  await office.close();
  await witnesses.close();
});

/** A memorandum that is open for signing, its original typeset. */
async function openForSigning(): Promise<string> {
  const agreement = await draft(office);
  await bringToOriginal(office, agreement);
  await work(office, room);
  await openSigningOf(agreement);
  return agreement;
}

async function openSigningOf(agreement: string): Promise<void> {
  for (const nth of [0, 1]) {
    const officer = office.as("legal-officer", null, nth);
    await openSigning(office.ctx, await told(office, agreement, officer), { closesAt: null });
  }
}

const sealedOf = async (agreement: string) => {
  const response = await kz.send("GET", `/agreements/${agreement}/pdf?kind=sealed`);
  return new Uint8Array(await response.arrayBuffer());
};

const reader = () => ({
  trust: [...office.seal.trust, ...Object.values(office.witness.partyTrust)],
  timestampTrust: office.witness.timestampTrust,
});

describe("a party signs with its own certificate:", () => {
  const keys = [
    ["RSA 2048, PKCS #1", rsa(2048), {}],
    ["RSA 3072, SHA-512", rsa(3072), { digestAlgorithm: "sha512" }],
    ["ECDSA P-256", ec("P-256"), {}],
    ["ECDSA P-384, SHA-384", ec("P-384"), { digestAlgorithm: "sha384" }],
  ] as const;
  test.each(keys)("%s, and the sealed file is VALID at B-LTA", async (_name, key, change) => {
    const agreement = await openForSigning();
    const own = cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { key });
    witnesses.publishLists();
    const done = await signWithCard(kz, agreement, own, change);
    expect([done.status, await done.clone().text()]).toEqual([201, expect.any(String)]);
    await signFor(office, agreement, "AE");
    await work(office, room);
    const result = await verifyPdf(await sealedOf(agreement), reader());
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
    const agreement = await openForSigning();
    const prepared = (await (await announce(kz, agreement, own, change)).json()) as Prepared;
    const answer = await kz.send("PUT", `/signatures/${prepared.id}/cms`, await make(prepared));
    expect([answer.status, await answer.json()]).toMatchObject([201, { stage: "sign.open" }]);
    const { digest } = await office.db
      .selectFrom("certificate_signatures")
      .select("digest")
      .where("agreement", "=", agreement)
      .executeTakeFirstOrThrow();
    const pdf = await office.ctx.objects.get(digest);
    const { signatures, findings } = await verifyPdf(pdf!, reader());
    expect(signatures).toMatchObject([{ field: "Party-KZ", trusted: true }]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["field-empty"]));
  };
  const attributesOf = attributesIn;

  test("a CMS that openssl makes around the attributes, RSA and ECDSA", async () => {
    await given(card, (prepared) => answerOf(prepared, card, "bare cms"));
    const curve = cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { key: ec("P-384") });
    await given(curve, (prepared) => answerOf(prepared, curve, "bare cms"));
  });

  test("RSASSA-PSS", async () => {
    const pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"];
    await given(
      card,
      (prepared) =>
        oneOf(card.signs(attributesOf(prepared), "signature", "sha256", pss), "signature"),
      { pss: true },
    );
  });

  test("the two numbers of an ECDSA signature side by side, as tokens give them", async () => {
    const token = cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { key: ec("P-256") });
    const key = { key: token.issued.key, dsaEncoding: "ieee-p1363" } as const;
    await given(token, (prepared) =>
      oneOf(sign("sha256", attributesOf(prepared), key), "signature"),
    );
  });

  test("a whole CMS over the content, with the attributes of PAdES and the digest of the consent", async () => {
    await given(card, async (prepared) => {
      const content = await contentOf(prepared);
      const { certificate, key } = card.issued;
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

const attributesIn = ({ originals }: Prepared) => Buffer.from(originals[0]!.attributes, "base64");

/** DER: a sequence of our identifier 2.25.91234238210165209141311697398601028916 and one octet string of 32 bytes. */
const attributeOfConsent = Buffer.from(
  "303a0614698189a389cefbdaeab495b5b385eba7c5ecaa3431220420",
  "hex",
);

/** What a refused answer leaves behind: nothing; and the right answer is taken after it. */
async function refused(send: (prepared: Prepared) => Promise<unknown> | unknown, title: string) {
  const agreement = await openForSigning();
  const prepared = (await (await announce(kz, agreement, card)).json()) as Prepared;
  const path = `/signatures/${prepared.id}/cms`;
  const answer = await kz.send("PUT", path, await send(prepared));
  expect([answer.status, (await answer.json()).title]).toEqual([422, title]);
  const right = await kz.send("PUT", path, answerOf(prepared, card));
  expect(right.status).toBe(201);
}

const oneOf = (made: Buffer, kind: "signature" | "cms") => ({
  originals: [{ [kind]: made.toString("base64") }],
});

describe("an answer that is not the signature asked for is refused by name, and the right one taken after it:", () => {
  test("over another digest, a whole CMS", () =>
    refused(async (prepared) => {
      const content = await contentOf(prepared);
      const other = Buffer.concat([content, Buffer.from("x")]);
      return oneOf(wholeCms(card, other), "cms");
    }, "signature-over-another-digest"));

  test("by another certificate of the same person, a whole CMS", () =>
    refused(async (prepared) => {
      const other = cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(2048) });
      return oneOf(wholeCms(other, await contentOf(prepared)), "cms");
    }, "signature-of-another-certificate"));

  test("by another certificate, a CMS around the attributes", () =>
    refused((prepared) => {
      const other = cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(2048) });
      return answerOf(prepared, other, "bare cms");
    }, "signature-of-another-certificate"));

  test("by another key, the signature alone", () =>
    refused((prepared) => {
      const other = cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(2048) });
      return answerOf(prepared, other);
    }, "signature-does-not-hold"));

  test("over other attributes, the signature alone", () =>
    refused(
      () => oneOf(card.signs(Buffer.from("something else"), "signature"), "signature"),
      "signature-does-not-hold",
    ));

  test("with a time of its own, which PAdES leaves to the file", () =>
    refused(async (prepared) => {
      return oneOf(wholeCms(card, await contentOf(prepared)), "cms");
    }, "signature-is-no-pades"));

  test("without the signing certificate's digest", () =>
    refused(async (prepared) => {
      return oneOf(wholeCms(card, await contentOf(prepared), []), "cms");
    }, "signature-is-no-pades"));

  test.each([
    ["no", null],
    ["another", new Uint8Array(32)],
  ])("with %s digest of the consent", (_, consent) =>
    refused(async (prepared) => {
      const { certificate, key } = card.issued;
      const digest = createHash("sha256")
        .update(await contentOf(prepared))
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
      const cms = card.signs(Buffer.from(attributes, "base64"), "bare cms");
      return oneOf(cms.subarray(0, cms.length - 1), "cms");
    }, "signature-is-no-pades"));

  test("with SHA-1", () =>
    refused(
      (prepared) => answerOf(prepared, card, "signature", "sha1"),
      "signature-does-not-hold",
    ));
});

const contentOf = async ({ id }: Prepared) =>
  Buffer.from(await (await kz.send("GET", `/signatures/${id}/content`)).arrayBuffer());

/** As `openssl cms` makes it by itself, with a signing time. */
function wholeCms(by: Card, content: Buffer, more = ["-cades"]): Buffer {
  const { issued, openssl } = by;
  writeFileSync(join(witnesses.of("KZ").path, "content"), content);
  const who = ["-signer", issued.certificateFile, "-inkey", issued.keyFile];
  const how = ["-binary", "-nosmimecap", "-md", "sha256", "-outform", "DER", ...more];
  openssl("cms", "-sign", "-in", "content", ...who, ...how, "-out", "whole");
  return readFileSync(join(witnesses.of("KZ").path, "whole"));
}

describe("a certificate that may not sign for the party is refused before a card is asked for:", () => {
  beforeAll(async () => {
    id = await openForSigning();
  });
  const rows: [string, () => Card, string][] = [
    [
      "of another party",
      () => cardOf(witnesses.of("AE"), "Yerlan Abdrakhmanov"),
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
        cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { until: new Date(Date.now() - 1000) }),
      "certificate-is-not-valid",
    ],
    [
      "that is not valid yet",
      () =>
        cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", {
          from: new Date(Date.now() + 3_600_000),
        }),
      "certificate-is-not-valid",
    ],
    [
      "for servers",
      () =>
        cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", {
          extensions: "keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth",
        }),
      "certificate-is-for-another-use",
    ],
    [
      "for encryption",
      () =>
        cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", {
          extensions: "keyUsage=critical,keyEncipherment",
        }),
      "certificate-is-for-another-use",
    ],
    [
      "with RSA of 1024 bits",
      () => cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(1024) }),
      "certificate-is-weak",
    ],
    [
      "that is revoked",
      () => {
        const revoked = cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov");
        witnesses.of("KZ").revoke(revoked.issued);
        witnesses.publishLists();
        return revoked;
      },
      "certificate-is-revoked",
    ],
  ];
  test.each(rows)("one %s", async (_name, make, title) => {
    const answer = await announce(kz, id, make());
    expect([answer.status, (await answer.json()).title]).toEqual([422, title]);
    expect(await preparations(id)).toEqual([]);
  });

  test("no certificate at all", async () => {
    const answer = await announce(kz, id, { certificate: "AAAA" });
    expect(answer.status).toBe(400);
  });

  test("a party without an authority on record signs in another way", async () => {
    const other = await draft(office, { parties: [{ code: "EE" }, { code: "AE" }] });
    await bringToOriginal(office, other);
    await work(office, room);
    await openSigningOf(other);
    const ee = office.as("representative", "EE");
    const answer = await announce(ee, other, card);
    expect([answer.status, (await answer.json()).title]).toEqual([
      422,
      "certificate-is-not-trusted",
    ]);
  });
});

const preparations = (agreement: string) =>
  office.db
    .selectFrom("signature_preparations")
    .select(["party", "ended_at"])
    .where("agreement", "=", agreement)
    .execute();

test("the card signs the whole act, and the export alone shows it, in PKCS #1, PSS and ECDSA", async () => {
  const reservations = [
    { kind: "declaration", language: "en", text: "As Kazakhstan reads it.", articles: [1] },
  ];
  const agreement = await openForSigning();
  const own = cardOf(witnesses.of("KZ"), "Yerlan Abdrakhmanov", { key: ec("P-256") });
  const announced = await announce(kz, agreement, own, { reservations });
  const prepared = (await announced.json()) as Prepared & { holder: object };
  expect(prepared.holder).toEqual({ name: "Yerlan Abdrakhmanov", isSignatory: true });
  const path = `/signatures/${prepared.id}/cms`;
  expect((await kz.send("PUT", path, answerOf(prepared, own))).status).toBe(201);
  const pss = cardOf(witnesses.of("AE"), "Mariam Al Hashimi", { key: rsa(2048) });
  const next = (await (await announce(ae, agreement, pss, { pss: true })).json()) as Prepared;
  const how = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"];
  const made = pss.signs(attributesIn(next), "signature", "sha256", how);
  expect(
    (await ae.send("PUT", `/signatures/${next.id}/cms`, oneOf(made, "signature"))).status,
  ).toBe(201);
  await fill(office);
  const key = vkeyOf(office.log);
  const text = await exportOf(office, agreement);
  expect(verifyExport(text, { key })).toMatchObject({
    verdict: "HOLDS",
    consents: [
      { party: "KZ", method: "certificate", stated: true, holder: "CN=Yerlan Abdrakhmanov" },
      { party: "AE", method: "certificate", stated: true, holder: "CN=Mariam Al Hashimi" },
    ],
  });
  const entries = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(line) as Exported);
  const entry = entries.find(({ act, party }) => act === "sign" && party === "KZ")!;
  const again = (detail: object) => () =>
    replayConsent(
      { ...entry, detail: { ...entry.detail, ...detail } },
      {
        ...{ log: office.log.name, counters: new Map(), stated: false },
        ...{ keys: new Map(), signatories: new Map() },
      },
    );
  expect(again({})()).toMatchObject({ method: "certificate" });
  const { files, certificate } = entry.detail as { files: object[]; certificate: object };
  const other = entries.find(({ act, party }) => act === "sign" && party === "AE")!.detail!;
  for (const forged of [
    { reservations: [] },
    { as: "ad-referendum" },
    { binding: false },
    { files: [] },
    { files: undefined },
    { files: files.map((file) => ({ ...file, signature: "" })) },
    { files: other.files },
    { files: files.map((file) => ({ ...file, attributes: "AAAA" })) },
    { certificate: other.certificate },
    { certificate: { ...certificate, sha256: "a".repeat(64) } },
    { certificate: undefined },
  ]) {
    expect(again(forged)).toThrow();
  }
  // A consent without any signature is not one of this method.
  expect(again({ files: undefined, certificate: undefined })).toThrow();
});

test("a certificate that names another is refused, until two people confirm whose it is", async () => {
  const agreement = await openForSigning();
  const script = cardOf(witnesses.of("KZ"), "АБДРАХМАНОВ Ерлан Серикович");
  const nobody = cardOf(witnesses.of("KZ"), "Nurlan Abdrakhmanov");
  // His Russian name, in capitals and with a patronymic, is on record.
  expect((await announce(kz, agreement, script)).status).toBe(201);
  const refuses = async (own: Card) => {
    const answer = await announce(kz, agreement, own);
    const { title, errors } = (await answer.json()) as { title: string; errors: unknown };
    expect([answer.status, title]).toEqual([422, "holder-is-not-the-signatory"]);
    return errors;
  };
  expect(await refuses(nobody)).toEqual([
    { pointer: "/certificate", detail: "is made out to Nurlan Abdrakhmanov" },
  ]);
  const cyrillic = cardOf(witnesses.of("KZ"), "Йэрлан Абдурахман");
  await refuses(cyrillic);
  const body = {
    ...{ party: "KZ", person: kz.person.id, kind: "full-powers", acts: ["sign"] },
    ...{ issuedBy: "Ministry of Foreign Affairs", signedBy: "The Minister", instrument: "MoU" },
    ...{ place: "Astana", issuedOn: "2026-01-12", form: "copy", holder: "Абдурахман Йэрлан" },
  };
  expect((await kz.act(agreement, "credentials", body)).status).toBe(201);
  const { items } = await kz.get<{ items: { id: string; holder: string }[] }>(
    `/credentials?agreement=${agreement}`,
  );
  const [credential] = items;
  expect(credential?.holder).toBe("Абдурахман Йэрлан");
  for (const nth of [0, 1]) {
    await refuses(cyrillic);
    const secretary = office.as("secretariat", null, nth);
    const verified = { party: "KZ", credential: credential?.id };
    const answer = await secretary.act(agreement, "credential-verifications", verified);
    expect(answer.status).toBe(201);
  }
  await refuses(nobody);
  const announced = (await (await announce(kz, agreement, cyrillic)).json()) as Prepared;
  expect(announced).toMatchObject({ holder: { name: "Йэрлан Абдурахман", isSignatory: false } });
  const path = `/signatures/${announced.id}/cms`;
  expect((await kz.send("PUT", path, answerOf(announced, cyrillic))).status).toBe(201);
  const { detail } = await office.db
    .selectFrom("evidence")
    .select("detail")
    .where("agreement", "=", agreement)
    .where("act", "=", "sign")
    .executeTakeFirstOrThrow();
  const certificate = {
    name: "Йэрлан Абдурахман",
    isSignatory: false,
    confirmedBy: credential?.id,
  };
  expect(detail).toMatchObject({ certificate });
});

describe("one party at a time:", () => {
  beforeEach(async () => {
    id = await openForSigning();
  });

  test("while one party's card signs, another hears until when, and signs after it", async () => {
    const prepared = (await (await announce(kz, id, card)).json()) as Prepared;
    const other = cardOf(witnesses.of("AE"), "Mariam Al Hashimi");
    const busy = await announce(ae, id, other);
    expect([busy.status, (await busy.json()).title]).toEqual([409, "signature-in-preparation"]);
    expect(Number(busy.headers.get("Retry-After"))).toBeGreaterThan(590);
    await kz.send("PUT", `/signatures/${prepared.id}/cms`, answerOf(prepared, card));
    witnesses.publishLists();
    expect((await signWithCard(ae, id, other)).status).toBe(201);
    await work(office, room);
    const pdf = await sealedOf(id);
    const result = await verifyPdf(pdf, reader());
    expect(result).toMatchObject({ verdict: "VALID", level: "B-LTA" });
    expect(result.signatures.map(({ subject }) => subject)).toEqual([
      "CN=Yerlan Abdrakhmanov",
      "CN=Mariam Al Hashimi",
      "CN=Seal",
    ]);
  });

  test("what is given up is free at once", async () => {
    const prepared = (await (await announce(kz, id, card)).json()) as Prepared;
    const path = `/signatures/${prepared.id}`;
    expect((await ae.send("DELETE", path)).status).toBe(404);
    expect((await kz.send("DELETE", path)).status).toBe(204);
    const late = await kz.send("PUT", `${path}/cms`, answerOf(prepared, card));
    expect([late.status, (await late.json()).title]).toEqual([409, "preparation-is-over"]);
    expect((await announce(ae, id, cardOf(witnesses.of("AE"), "Mariam Al Hashimi"))).status).toBe(
      201,
    );
  });

  test("a new preparation of the same party ends the old one", async () => {
    const first = (await (await announce(kz, id, card)).json()) as Prepared;
    const second = (await (await announce(kz, id, card)).json()) as Prepared;
    const late = await kz.send("PUT", `/signatures/${first.id}/cms`, answerOf(first, card));
    expect((await late.json()).title).toBe("preparation-is-over");
    const right = await kz.send("PUT", `/signatures/${second.id}/cms`, answerOf(second, card));
    expect(right.status).toBe(201);
  });

  test("the same signature a second time is refused, and under its key answered as before", async () => {
    const prepared = (await (await announce(kz, id, card)).json()) as Prepared;
    const path = `/signatures/${prepared.id}/cms`;
    const body = answerOf(prepared, card);
    const key = { "Idempotency-Key": "card-1" };
    const first = await kz.send("PUT", path, body, key);
    const again = await kz.send("PUT", path, body, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    const twice = await kz.send("PUT", path, body);
    expect([twice.status, (await twice.json()).title]).toEqual([409, "preparation-was-used"]);
  });

  test("after ten minutes it is too late, and the original is as it was", async () => {
    const prepared = (await (await announce(kz, id, card)).json()) as Prepared;
    const now = office.ctx.now;
    office.ctx.now = () => new Date(Date.now() + 10 * 60_000 + 1);
    try {
      const late = await kz.send("PUT", `/signatures/${prepared.id}/cms`, answerOf(prepared, card));
      expect([late.status, (await late.json()).title]).toEqual([409, "preparation-is-over"]);
      const free = await announce(ae, id, cardOf(witnesses.of("AE"), "Mariam Al Hashimi"));
      expect(free.status).toBe(201);
    } finally {
      office.ctx.now = now;
    }
  });

  test("of many that announce and sign at once each signature is in the file once", async () => {
    const other = cardOf(witnesses.of("AE"), "Mariam Al Hashimi");
    witnesses.publishLists();
    const tries = trials({ short: 12, long: 200 });
    const answers = await Promise.all(
      Array.from({ length: tries }, (_, n) =>
        n % 2 === 0 ? signWithCard(kz, id, card) : signWithCard(ae, id, other),
      ),
    );
    const signed = answers.filter(({ status }) => status === 201).length;
    expect(answers.every(({ status }) => status === 201 || status === 409 || status === 412)).toBe(
      true,
    );
    for (const [client, own] of [
      [kz, card],
      [ae, other],
    ] as const) {
      const answer = await signWithCard(client, id, own);
      expect([201, 409]).toContain(answer.status);
    }
    const rows = await office.db
      .selectFrom("certificate_signatures")
      .select(["party", "position"])
      .where("agreement", "=", id)
      .orderBy("position")
      .execute();
    expect(rows.map(({ position }) => position)).toEqual([1, 2]);
    expect(new Set(rows.map(({ party }) => party)).size).toBe(2);
    expect(signed).toBeLessThanOrEqual(2);
    await work(office, room);
    expect(await verifyPdf(await sealedOf(id), reader())).toMatchObject({ verdict: "VALID" });
  });

  test("another person, another party and the public find no preparation", async () => {
    const prepared = (await (await announce(kz, id, card)).json()) as Prepared;
    for (const client of [ae, office.as("legal-officer"), office.as("archivist")]) {
      expect((await client.send("GET", `/signatures/${prepared.id}`)).status).toBe(404);
      expect((await client.send("GET", `/signatures/${prepared.id}/content`)).status).toBe(404);
    }
    expect((await office.anyone.send("GET", `/signatures/${prepared.id}`)).status).toBe(401);
    const own = await kz.send("GET", `/signatures/${prepared.id}`);
    expect(await own.json()).toEqual(prepared);
  });

  test("an agreement that goes back to negotiation leaves nothing to sign", async () => {
    const prepared = (await (await announce(kz, id, card)).json()) as Prepared;
    await ae.act(id, "declinations", { reason: "The second article is not acceptable." });
    const late = await kz.send("PUT", `/signatures/${prepared.id}/cms`, answerOf(prepared, card));
    expect([late.status, (await late.json()).title]).toEqual([409, "wrong-stage"]);
  });
});
