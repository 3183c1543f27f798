import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Sealed, sealInstrument } from "#src/pdf/seal.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { append, bytes, objectWith, sizeOf, text } from "../attacks/bytes.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import { type Lab, openLab } from "./lab.ts";

const now = () => new Date();
let lab: Lab;
let sealed: Sealed;
beforeAll(async () => {
  lab = await openLab({ milliseconds: 5000 });
  const request = { signatures: consents, key: lab.key, at: now(), reference };
  sealed = await sealInstrument(await original(), { ...request, timestamping: lab.timestamping });
});
afterAll(() => lab.close());

const verdictOf = async (pdf: Uint8Array) => (await verifyPdf(pdf, lab.reader)).verdict;

describe("an archive revision is ours, or it is MODIFIED:", () => {
  const archive = () => sealed.pdf;
  test.each<[string, () => Uint8Array]>([
    [
      "a store without a timestamp",
      () => {
        const catalog = objectWith(archive(), "/Type /Catalog");
        return append(archive(), { [catalog.number]: catalog.value });
      },
    ],
    [
      "a store with other content of a page",
      () => {
        const page = objectWith(archive(), /\/Type ?\/Page(?![A-Za-z])/);
        const catalog = objectWith(archive(), "/Type /Catalog");
        return append(archive(), {
          [catalog.number]: catalog.value,
          [page.number]: page.value.replace("/Contents", "/Void"),
        });
      },
    ],
    [
      "a certificate more in the store",
      () => {
        const store = objectWith(archive(), "/Type /DSS");
        const [number] = /\d+(?= 0 R)/.exec(store.value)!;
        return append(archive(), { [store.number]: store.value.replace("]", ` ${number} 0 R]`) });
      },
    ],
    [
      "a field more in the form",
      () => {
        const form = objectWith(archive(), "/SigFlags");
        const field = sizeOf(archive());
        return append(archive(), {
          [form.number]: form.value.replace("/Fields [", `/Fields [${field} 0 R `),
          [field]: "<< /FT /Tx /T (x) >>",
        });
      },
    ],
    [
      "the timestamp taken out of its field",
      () => {
        const field = objectWith(archive(), /Timestamp-4/);
        return append(archive(), { [field.number]: field.value.replace(/\/V.*/, "") });
      },
    ],
  ])("%s", async (_name, make) => {
    expect(await verdictOf(make())).toBe("MODIFIED");
  });

  test("what the timestamp covers, changed afterwards, is INVALID_DIGEST", async () => {
    const pdf = text(archive());
    for (const [from, to] of [
      ["/Type /DSS", "/Type /DSs"],
      ["/T (Timestamp-4)", "/T (Timestamp-5)"],
      ["/Rect [0 0 0 0]", "/Rect [0 0 9 9]"],
    ] as const) {
      expect(await verdictOf(bytes(pdf.replace(from, to)))).toBe("INVALID_DIGEST");
    }
  });

  test("cut off at the seal it is VALID at B-T, for nothing was left that is not sealed", async () => {
    const end = text(archive()).indexOf("/Type /DocTimeStamp");
    const cut = text(archive()).lastIndexOf("%%EOF\n", end) + "%%EOF\n".length;
    const result = await verifyPdf(archive().subarray(0, cut), lab.reader);
    expect([result.verdict, result.level]).toEqual(["VALID", "B-T"]);
  });

  test("every byte of the archive revision counts", async () => {
    const end = text(archive()).indexOf("/Type /DocTimeStamp");
    const from = text(archive()).lastIndexOf("%%EOF\n", end) + "%%EOF\n".length;
    for (let at = from; at < archive().length; at += 997) {
      const changed = archive().slice();
      changed[at]! ^= 1;
      expect([at, await verdictOf(changed)]).not.toEqual([at, "VALID"]);
    }
  });
});
