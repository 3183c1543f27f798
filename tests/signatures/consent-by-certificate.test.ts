import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import type { Exported } from "#src/evidence/replay-account.ts";
import { replayConsent } from "#src/evidence/replay-consent.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { ec, rsa } from "#tests/support/authority.ts";
import { announce, answerOf, type Card, cardOf, type Prepared } from "#tests/support/card.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import { codeOf } from "#tests/support/problem.ts";
import { attributesIn, type CardHall, oneOf, openCardHall } from "./card-hall.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest();

let hall: CardHall;
beforeAll(async () => {
  hall = await openCardHall();
});
afterAll(() => hall.close());

test("the hall.card signs the whole act, and the export alone shows it, in PKCS #1, PSS and ECDSA", async () => {
  const reservations = [
    { kind: "declaration", language: "en", text: "As Kazakhstan reads it.", articles: [1] },
  ];
  const agreement = await hall.openForSigning();
  const own = cardOf(hall.trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key: ec("P-256") });
  const announced = await announce(hall.kz, agreement, own, { reservations });
  const prepared = (await announced.json()) as Prepared & { holder: object };
  expect(prepared.holder).toEqual({ name: "Yerlan Abdrakhmanov", isSignatory: true });
  const path = `/signatures/${prepared.id}/cms`;
  expect((await hall.kz.send("PUT", path, answerOf(prepared, own))).status).toBe(201);
  const pss = cardOf(hall.trustFiles.of("AE"), "Mariam Al Hashimi", { key: rsa(2048) });
  const next = (await (await announce(hall.ae, agreement, pss, { pss: true })).json()) as Prepared;
  const how = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"];
  const made = pss.signs(attributesIn(next), "signature", "sha256", how);
  expect(
    (await hall.ae.send("PUT", `/signatures/${next.id}/cms`, oneOf(made, "signature"))).status,
  ).toBe(201);
  await fill(hall.office);
  const key = vkeyOf(hall.office.log);
  const text = await exportOf(hall.office, agreement);
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
        ...{ log: hall.office.log.name, counters: new Map(), stated: false },
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
  // Nor one whose statement, made by whoever keeps the log, names no original that the party would sign.
  const { original, as, binding, consent } = entry.detail as Record<string, unknown>;
  const { digest: _, ...stated } = consent as Record<string, unknown>;
  for (const forged of [
    { original, kept: { ...stated, exchange: "notes" } },
    { original: sha256("").toString("hex"), kept: { ...stated, originals: {} } },
  ]) {
    const { agreement: id, person, party } = entry;
    const said = { as, binding, original: forged.original, reservations: [] };
    const words = { agreement: id, person, party, ...said, ...forged.kept };
    const digest = sha256(canonicalJson(words)).toString("hex");
    expect(again({ ...said, consent: { ...forged.kept, digest }, files: [] })).toThrow(
      "it has not signed each original",
    );
  }
  // A consent without any signature is not one of this method.
  expect(again({ files: undefined, certificate: undefined })).toThrow();
});

test("a certificate that names another is refused, until two people confirm whose it is", async () => {
  const agreement = await hall.openForSigning();
  const script = cardOf(hall.trustFiles.of("KZ"), "АБДРАХМАНОВ Ерлан Серикович");
  const nobody = cardOf(hall.trustFiles.of("KZ"), "Nurlan Abdrakhmanov");
  // His Russian name, in capitals and with a patronymic, is on record.
  expect((await announce(hall.kz, agreement, script)).status).toBe(201);
  const refuses = async (own: Card) => {
    const answer = await announce(hall.kz, agreement, own);
    const { type, errors } = (await answer.json()) as { type: string; errors: unknown };
    expect([answer.status, codeOf({ type })]).toEqual([422, "holder-is-not-the-signatory"]);
    return errors;
  };
  expect(await refuses(nobody)).toEqual([
    { pointer: "/certificate", detail: "is made out to Nurlan Abdrakhmanov" },
  ]);
  const cyrillic = cardOf(hall.trustFiles.of("KZ"), "Йэрлан Абдурахман");
  await refuses(cyrillic);
  const body = {
    ...{ party: "KZ", person: hall.kz.person.id, kind: "full-powers", acts: ["sign"] },
    ...{ issuedBy: "Ministry of Foreign Affairs", signedBy: "The Minister", instrument: "MoU" },
    ...{ place: "Astana", issuedOn: "2026-01-12", form: "copy", holder: "Абдурахман Йэрлан" },
  };
  expect((await hall.kz.act(agreement, "credentials", body)).status).toBe(201);
  const { items } = await hall.kz.get<{ items: { id: string; holder: string }[] }>(
    `/credentials?agreement=${agreement}`,
  );
  const [credential] = items;
  expect(credential?.holder).toBe("Абдурахман Йэрлан");
  for (const nth of [0, 1]) {
    await refuses(cyrillic);
    const secretary = hall.office.as("secretariat", null, nth);
    const verified = { party: "KZ", credential: credential?.id };
    const answer = await secretary.act(agreement, "credential-verifications", verified);
    expect(answer.status).toBe(201);
  }
  await refuses(nobody);
  const announced = (await (await announce(hall.kz, agreement, cyrillic)).json()) as Prepared;
  expect(announced).toMatchObject({ holder: { name: "Йэрлан Абдурахман", isSignatory: false } });
  const path = `/signatures/${announced.id}/cms`;
  expect((await hall.kz.send("PUT", path, answerOf(announced, cyrillic))).status).toBe(201);
  const { detail } = await hall.office.db
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
