import { createHash, X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { makeSealKey } from "#src/pdf/keys/make-seal-key.ts";
import { sealFile, sealInstrument } from "#src/pdf/seal.ts";
import { openSealKey } from "#src/pdf/seal-key.ts";
import { findClaims } from "#src/pdf/verify/find-claims.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { consents, newKey, original, reference, sealed, sealedAt } from "./attacks/fixture.ts";
import { outsideSigner, rsa } from "./attacks/openssl.ts";
import { opensslVerifies, pdfsig, qpdfCheck, textOf } from "./attacks/oracles.ts";

const { key, pems, trust } = newKey();
const good = await sealed(key);

describe("a sealed instrument", () => {
  test("begins with the original, byte for byte", () => {
    const { length } = good.original;
    expect(Buffer.compare(good.pdf.subarray(0, length), good.original)).toBe(0);
  });

  test("is valid to Poppler: every signature, and the seal over the whole file", () => {
    const valid = "Signature is Valid.";
    expect(pdfsig(good.pdf)).toEqual([
      { field: "Party-KZ", validation: valid, total: false },
      { field: "Party-AE", validation: valid, total: false },
      { field: "Seal", validation: valid, total: true },
    ]);
  });

  test("carries CMS that openssl verifies over the same bytes", () => {
    for (const { contents, end } of findClaims(good.pdf)) {
      const hex = Buffer.from(good.pdf.subarray(contents.start + 1, contents.end - 1)).toString();
      const covered = Buffer.concat([
        good.pdf.subarray(0, contents.start),
        good.pdf.subarray(contents.end, end),
      ]);
      const cms = Buffer.from(hex, "hex");
      expect(opensslVerifies(cms, covered, pems.authority, sealedAt)).toBe(true);
      covered[100]! ^= 1;
      expect(opensslVerifies(cms, covered, pems.authority, sealedAt)).toBe(false);
    }
  });

  test("has no warning from qpdf", () => {
    expect(qpdfCheck(good.pdf)).toBe(0);
  });

  test("is VALID, and says who signed for whom, when, and that the depositary attests it", async () => {
    const { verdict, signatures, revision0Digest } = await verifyPdf(good.pdf, { trust });
    expect(verdict).toBe("VALID");
    expect(revision0Digest).toBe(createHash("sha256").update(good.original).digest("hex"));
    expect(signatures.map(({ field, coversRevision }) => [field, coversRevision])).toEqual([
      ["Party-KZ", 1],
      ["Party-AE", 2],
      ["Seal", 3],
    ]);
    expect(signatures[0]).toMatchObject({
      name: "Әйгерім Бекқызы",
      at: "2026-11-23T14:05:09.000Z",
      digestOk: true,
      cmsOk: true,
      trusted: true,
    });
    expect(signatures[0]?.reason).toContain("Minister of Foreign Affairs");
    expect(signatures[0]?.reason).toContain("Republic of Kazakhstan");
    expect(signatures[0]?.reason).toContain("20 November 2026, 09:30 UTC");
    expect(signatures[0]?.reason).toContain("The depositary attests");
    expect(signatures[2]?.reason).toContain(reference);
  });

  test("shows on the page who signed and when, and that a demonstration is not trusted", () => {
    const text = textOf(good.pdf);
    expect(text).toContain("Әйгерім Бекқызы");
    expect(text).toContain("Signed on 20 November 2026, 09:30 UTC");
    expect(text).toContain("not a trusted seal");
  });

  test("names its level, its trust and its digest", () => {
    const digest = createHash("sha256").update(good.pdf).digest("hex");
    expect(good).toMatchObject({ level: "B-B", trusted: false, digest });
  });

  test("says nothing of demonstrations where the key is trusted", async () => {
    const real = { ...key, trusted: true };
    const { pdf, trusted } = await sealed(real);
    expect(trusted).toBe(true);
    expect(textOf(pdf)).not.toContain("not a trusted seal");
  });

  test.each(["en", "fr", "es", "ru", "kk", "ar", "ko"])(
    "is sealed in the language %s",
    async (language) => {
      const pdf = await original();
      const result = await sealInstrument(pdf, {
        signatures: consents,
        key,
        at: sealedAt,
        reference,
        language,
      });
      expect((await verifyPdf(result.pdf, { trust })).verdict).toBe("VALID");
    },
  );
});

describe("a seal is refused", () => {
  const refused = (fields: string[], signatures = consents) =>
    original(fields).then((pdf) =>
      sealInstrument(pdf, { signatures, key, at: sealedAt, reference }),
    );

  test("while a party's field would stay empty", async () => {
    const attempt = refused(["Party-KZ", "Party-AE", "Party-FR", "Seal"]);
    await expect(attempt).rejects.toThrow("No signature is on record for Party-FR.");
  });

  test("for a party without a field", async () => {
    await expect(refused(["Party-KZ", "Seal"])).rejects.toThrow("no field for Party-AE");
  });

  test("without a place for the seal", async () => {
    await expect(refused(["Party-KZ", "Party-AE"])).rejects.toThrow("no field for Seal");
  });

  test("for two signatures in one field", async () => {
    const twice = [...consents, consents[0]!];
    await expect(refused(["Party-KZ", "Party-AE", "Seal"], twice)).rejects.toThrow(
      "claim one field",
    );
  });

  test("with a certificate that is not valid on the day", async () => {
    const late = newKey(new Date("2027-01-01T00:00:00Z"), 10);
    await expect(sealed(late.key)).rejects.toThrow("not valid on the day of sealing");
  });

  test("on a file that is sealed already", async () => {
    const again = sealInstrument(good.pdf, { signatures: consents, key, at: sealedAt, reference });
    await expect(again).rejects.toThrow(Refusal);
  });
});

test("a file that no party signs carries the seal alone", async () => {
  const { pdf } = await sealFile(await original(["Seal"]), { key, at: sealedAt, reference });
  expect(pdfsig(pdf)).toEqual([{ field: "Seal", validation: "Signature is Valid.", total: true }]);
  expect((await verifyPdf(pdf, { trust })).verdict).toBe("VALID");
});

describe("a demonstration key", () => {
  test("says of itself that it is not trusted", () => {
    for (const pem of [pems.authority, pems.certificate]) {
      expect(new X509Certificate(pem).subject).toContain("not a trusted seal");
    }
    expect(key.trusted).toBe(false);
  });

  test("may be replaced by an authority's own, RSA and with a chain", async () => {
    const outsider = outsideSigner({ key: rsa(3072) });
    outsider.remove();
    const certificate = new X509Certificate(outsider.certificate).toString();
    const own = { key: outsider.key, certificate };
    const at = new Date(Date.now() + 3_600_000);
    for (const authority of [outsider.authority, certificate, certificate + outsider.authority]) {
      const real = openSealKey({ ...own, authority }, true);
      const { pdf } = await sealFile(await original(["Seal"]), { key: real, at, reference });
      expect(pdfsig(pdf)).toEqual([
        { field: "Seal", validation: "Signature is Valid.", total: true },
      ]);
      expect((await verifyPdf(pdf, { trust: [authority] })).verdict).toBe("VALID");
    }
  });

  test("is not opened when it is weak", () => {
    const { key: weak, certificate, authority, remove } = outsideSigner({ key: rsa(1024) });
    remove();
    const pems = { key: weak, certificate: new X509Certificate(certificate).toString(), authority };
    expect(() => openSealKey(pems)).toThrow("neither RSA of 2048 bits");
  });

  test("is not opened with another's certificate", () => {
    const other = makeSealKey({ now: sealedAt, days: 1 });
    expect(() => openSealKey({ ...pems, key: other.key })).toThrow("does not belong");
  });
});
