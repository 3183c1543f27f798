import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { sealInstrument } from "#src/pdf/seal.ts";
import { openSealKey } from "#src/pdf/seal-key.ts";
import { findClaims } from "#src/pdf/verify/find-claims.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { ec, rsa } from "#tests/support/authority.ts";
import { trials } from "#tests/support/length.ts";
import { type Lab, openLab } from "../levels/lab.ts";
import { consents, original, reference } from "./fixture.ts";

/** The long run changes every byte of the last CMS in four ways, the short one every 23rd in two. */
const step = trials({ short: 23, long: 1 });
const timeout = trials({ short: 120_000, long: 3_600_000 });
const masks = trials({ short: 1, long: 4 }) === 4 ? [0x01, 0x20, 0x80, 0xff] : [0x01, 0x80];

let labs: Record<"RSA" | "ECDSA", Lab>;
beforeAll(async () => {
  const [RSA, ECDSA] = await Promise.all([
    openLab({ clock: { key: rsa(2048) }, milliseconds: 30_000 }),
    openLab({ milliseconds: 30_000 }),
  ]);
  labs = { RSA, ECDSA };
});
afterAll(() => Promise.all(Object.values(labs).map((lab) => lab.close())));

const none = findLists({ lists: async () => [], hosts: [], now: () => new Date() });

async function seal(kind: "RSA" | "ECDSA", level: "B-B" | "B-T" | "B-LTA"): Promise<Uint8Array> {
  const lab = labs[kind];
  const issued = lab.authority.issue("Seal", { key: kind === "RSA" ? rsa(3072) : ec("P-384") });
  const pems = { ...issued, certificate: issued.pem, authority: lab.authority.pem };
  const trustFiles = {
    "B-B": null,
    "B-T": { ...lab.timestamping, revocation: none },
    "B-LTA": lab.timestamping,
  };
  const timestamping = trustFiles[level];
  const request = { signatures: consents, key: openSealKey(pems, true), reference, timestamping };
  return (await sealInstrument(await original(), { ...request, at: new Date() })).pdf;
}

test("a certificate whose days never were is no reason to fail: it is not VALID", async () => {
  const pdf = await seal("ECDSA", "B-LTA");
  const { start, end } = findClaims(pdf).at(-1)!.contents;
  const hex = Buffer.from(pdf.subarray(start + 1, end - 1)).toString("latin1");
  const days = [...hex.matchAll(/170d(?=(?:3\d){12}5a)/g)].map(({ index }) => index + 4);
  expect(days.length).toBeGreaterThanOrEqual(4);
  for (const day of days) {
    for (const wrong of ["3939", "ff39"]) {
      const changed = pdf.slice();
      changed.set(Buffer.from(wrong), start + 1 + day + 4);
      expect((await verifyPdf(changed, labs.ECDSA.reader)).verdict).not.toBe("VALID");
    }
  }
});

describe.each(["RSA", "ECDSA"] as const)(
  "with %s no byte of the last CMS can be changed:",
  (kind) => {
    test.each(["B-B", "B-T", "B-LTA"] as const)(
      "at %s",
      async (level) => {
        const pdf = await seal(kind, level);
        const { reader } = labs[kind];
        expect(await verifyPdf(pdf, reader)).toMatchObject({ verdict: "VALID", level });
        const { start, end } = findClaims(pdf).at(-1)!.contents;
        const hex = Buffer.from(pdf.subarray(start + 1, end - 1)).toString("latin1");
        const used = hex.replace(/(00)+$/, "").length / 2;
        const valid: string[] = [];
        let tried = 0;
        for (let at = 0; at < used + 2; at += step) {
          for (const mask of masks) {
            const byte = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16) ^ mask;
            const changed = pdf.slice();
            changed.set(Buffer.from(byte.toString(16).padStart(2, "0")), start + 1 + 2 * at);
            const { verdict } = await verifyPdf(changed, reader);
            tried += 1;
            if (verdict === "VALID") valid.push(`byte ${at} to ${byte.toString(16)}`);
          }
        }
        if (step === 1) console.info(`${kind} ${level}: ${used} bytes, ${tried} changes`);
        expect(valid).toEqual([]);
      },
      timeout,
    );
  },
);
