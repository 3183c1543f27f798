import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roomFor } from "#src/pdf/cms/room.ts";
import { embedSignature, prepareSignature } from "#src/pdf/sign.ts";
import { findClaims } from "#src/pdf/verify/find-claims.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { verifyInProcess } from "#src/pdf/verify-in-process.ts";
import { trials } from "../../support/length.ts";
import { newAuthority } from "./authority.ts";
import { honest } from "./by-key.ts";
import { append, bytes, edit, objectWith } from "./bytes.ts";
import { look, newKey, original, sealed, sealedAt } from "./fixture.ts";
import { withFile } from "./oracles.ts";

const { key, trust } = newKey();
const { pdf } = await sealed(key);

const timeout = trials({ short: 60_000, long: 900_000 });

/** Signs, with a trusted key, an original that was bad already: even then it is not VALID. */
async function signedBadly(change: (latin: string) => string): Promise<string> {
  const authority = newAuthority();
  const bad = edit(await original(["Seal"]), change);
  try {
    const prepared = prepareSignature(bad, "Seal", { reason: "", name: "", date: sealedAt, look });
    const signed = embedSignature(prepared, await honest(prepared, authority.issue()));
    return (await verifyPdf(signed, { trust: [authority.certificate] })).verdict;
  } catch (error) {
    return (error as Error).message;
  }
}

describe("a flipped byte is never VALID", () => {
  const flipped = async (position: number, mask: number) => {
    const copy = pdf.slice();
    copy[position]! ^= mask;
    return (await verifyPdf(copy, { trust })).verdict;
  };

  test("anywhere in the file", { timeout }, async () => {
    const places = fc.integer({ min: 0, max: pdf.length - 1 });
    const masks = fc.integer({ min: 1, max: 255 });
    await fc.assert(
      fc.asyncProperty(places, masks, async (position, mask) => {
        expect(await flipped(position, mask)).not.toBe("VALID");
      }),
      { numRuns: trials({ short: 300, long: 20_000 }), seed: 20261123 },
    );
  });

  test("within the seal's own CMS, which nothing covers", { timeout }, async () => {
    const { start } = findClaims(pdf).at(-1)!.contents;
    const places = fc.integer({ min: start, max: start + 3200 });
    const masks = fc.integer({ min: 1, max: 255 });
    await fc.assert(
      fc.asyncProperty(places, masks, async (position, mask) => {
        expect(await flipped(position, mask)).not.toBe("VALID");
      }),
      { numRuns: trials({ short: 300, long: 20_000 }), seed: 20261123 },
    );
  });

  test("within the CMS as another digit of the same place", { timeout }, async () => {
    const { start } = findClaims(pdf).at(-1)!.contents;
    const places = fc.integer({ min: start + 1, max: start + 2800 });
    const digits = fc.constantFrom(..."0123456789abcdef");
    await fc.assert(
      fc.asyncProperty(places, digits, async (position, digit) => {
        const code = digit.charCodeAt(0);
        if (pdf[position] === code) return;
        expect(await flipped(position, pdf[position]! ^ code)).not.toBe("VALID");
      }),
      { numRuns: trials({ short: 500, long: 40_000 }), seed: 20261123 },
    );
  });
});

test("any cut of the file is not VALID", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: pdf.length - 1 }), async (length) => {
      const { verdict } = await verifyPdf(pdf.subarray(0, length), { trust });
      expect(verdict).not.toBe("VALID");
    }),
    { numRuns: trials({ short: 200, long: 5000 }), seed: 20261123 },
  );
});

describe("an original that is bad in itself is not VALID, even when signed with a trusted key:", () => {
  test.each<[string, (latin: string) => string]>([
    [
      "pages that run in a circle",
      (s) =>
        s.replace(/\/Kids \[ (\d+) 0 R \]/, (kids, kid) => {
          const parent = /\/Parent (\d+) 0 R/.exec(s)![1]!;
          return kids.replace(kid, parent.padStart(kid.length));
        }),
    ],
    ["something between two objects", (s) => s.replace("endobj\n\n", "endobj\nX")],
    ["a key that stands twice", (s) => s.replace("/SigFlags 3", "/Fields [ ]")],
    [
      "a length that is not true",
      (s) => s.replace(/\/Length (\d)/, (_, digit) => `/Length ${9 - digit}`),
    ],
  ])("%s", async (_name, change) => {
    expect(await signedBadly(change)).not.toBe("VALID");
  });
});

test("a change between two signatures is MODIFIED, although the seal covers it", async () => {
  const authority = newAuthority();
  const sign = async (file: Uint8Array, field: string) => {
    const key = authority.issue();
    const contentsSize = roomFor([key.certificate, ...key.chain], null);
    const request = { reason: "", name: "", date: sealedAt, look, contentsSize };
    const prepared = prepareSignature(file, field, request);
    return embedSignature(prepared, await honest(prepared, key));
  };
  const first = await sign(await original(["Party-KZ", "Seal"]), "Party-KZ");
  const page = objectWith(first, "/Contents");
  const stretched = page.value.replace("595 842", "595 899");
  const between = await sign(append(first, { [page.number]: stretched }, { size: 0 }), "Seal");
  const judge = (file: Uint8Array) => verifyPdf(file, { trust: [authority.certificate] });
  expect(await judge(await sign(first, "Seal"))).toMatchObject({ verdict: "VALID" });
  expect(await judge(between)).toMatchObject({ verdict: "MODIFIED" });
});

describe("a file made to exhaust the reader comes to an end:", () => {
  const megabytes = 20 * 1024 * 1024 - 200;
  const tail = "\ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
  const filled = (head: string, filler: string, end = tail) =>
    bytes(head + filler.repeat(Math.floor((megabytes - head.length) / filler.length)) + end);
  const oneObject = "%PDF-1.7\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n";

  test.each<[string, () => Uint8Array]>([
    ["arrays in arrays", () => filled(oneObject, "[")],
    ["dictionaries in dictionaries", () => filled(oneObject, "<</A")],
    ["numbers without end", () => filled(`${oneObject}[`, "1 ")],
    ["names without end", () => filled(`${oneObject}<<`, "/A ")],
    ["white space without end", () => filled(oneObject, " ")],
    ["parentheses without end", () => filled(`${oneObject}`, "(")],
    ["hexadecimal strings without end", () => filled(`${oneObject}[`, "<")],
    ["an index without end", () => filled("%PDF-1.7\nxref\n0 900000\n", "0000000009 00000 n \n")],
    ["ends of files", () => filled("%PDF-1.7\n", "startxref\n9\n%%EOF\n")],
    ["ranges of signatures", () => filled("%PDF-1.7\n", "/ByteRange [0 20 30 9]")],
    [
      "ranges that all look true",
      () => filled("%PDF-1.7 <0000>\n", "/ByteRange [0 9 15 20000000]\n"),
    ],
    [
      "signatures over everything",
      () => {
        const claims = Array.from({ length: 4000 }, (_, i) => {
          const at = 9 + i * 100;
          return `<0000> /ByteRange [0 ${at} ${at + 6} ${megabytes - at - 200}]`.padEnd(100);
        });
        return filled(`%PDF-1.7\n${claims.join("")}`, " ");
      },
    ],
    ["zeros", () => new Uint8Array(megabytes)],
  ])("%s", async (_name, make) => {
    // So much time that a busy machine does not matter, and a search that grows with the square would not end within it.
    const ample = { milliseconds: 110_000, megabytes: 512 };
    const { verdict, findings } = await verifyInProcess(make(), { trust }, ample);
    expect(verdict).not.toBe("VALID");
    // It was judged, and not given up by the clock.
    expect(findings.map(({ sentence }) => sentence).join(" ")).not.toContain("takes longer");
  });

  test("a file that speaks of a signature again and again is given up, not searched for each", async () => {
    const mentions = (count: number) => {
      const text = `%PDF-1.7\n1 0 obj ${"/ByteRange [0 20 30 9] ".repeat(count)}\n%%EOF\n`;
      return new TextEncoder().encode(text);
    };
    expect((await verifyPdf(mentions(1000), { trust })).verdict).toBe("NO_SIGNATURE");
    const { verdict, findings } = await verifyPdf(mentions(1001), { trust });
    expect([verdict, findings[0]?.sentence]).toEqual([
      "TOO_COMPLEX",
      expect.stringContaining("too many signatures"),
    ]);
  });

  test("more than 20 MB is not even looked at", async () => {
    const { verdict } = await verifyPdf(new Uint8Array(20 * 1024 * 1024 + 1), { trust });
    expect(verdict).toBe("TOO_COMPLEX");
  });

  test("revisions that run in a circle", async () => {
    const circular = edit(pdf, (s) =>
      s.replace(/\/Prev \d+/, (prev) => `/Prev ${"9".repeat(prev.length - 6)}`),
    );
    expect((await verifyPdf(circular, { trust })).verdict).not.toBe("VALID");
  });
});

test.each(["disable", "generate"])(
  "an encrypted file is ENCRYPTED, object streams: %s",
  async (streams) => {
    const encrypted = withFile(pdf, (path) => {
      const words = ["--encrypt", "", "owner", "256", "--", `--object-streams=${streams}`];
      execFileSync("qpdf", [...words, path, `${path}.out`], { stdio: "pipe" });
      return new Uint8Array(readFileSync(`${path}.out`));
    });
    expect((await verifyPdf(encrypted, { trust })).verdict).toBe("ENCRYPTED");
  },
);
