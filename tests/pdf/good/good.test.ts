import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findClaims } from "#src/pdf/verify/find-claims.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { trials } from "#tests/support/length.ts";
import { opensslVerifies, pdfsig, qpdfCheck } from "../attacks/oracles.ts";
import { type Lab, openLab } from "../levels/lab.ts";
import { structureFaults } from "../structure-faults.ts";
import { everyKind, type Kind } from "./every-kind.ts";
import { type Good, openWorkshop } from "./make.ts";

/** At least two hundred in the long run. */
const kinds = everyKind(trials({ short: 24, long: 240 }));

let lab: Lab;
let make: (kind: Kind, nth: number) => Promise<Good>;
beforeAll(async () => {
  // What is asked here is whether files are good, not how busy the machine is.
  lab = await openLab({ milliseconds: 30_000 });
  make = openWorkshop(lab);
});
afterAll(() => lab.close());

const named = kinds.map((kind, nth): [string, Kind, number] => {
  const { what, key, level, languages, parties } = kind;
  return [`${nth} ${what} ${languages.join("-")} ${parties.length} ${key} ${level}`, kind, nth];
});

test("the corpus holds every kind", () => {
  const seen = (key: keyof Kind) =>
    new Set(kinds.flatMap((kind) => [kind[key]].flat().map(String)));
  expect([...seen("level")].sort()).toEqual(["B-B", "B-LTA", "B-T", "renewed"]);
  expect(seen("key").size).toBe(4);
  expect([...seen("parties")].sort()).toEqual([
    "absent",
    "attested",
    "own ECDSA",
    "own PSS",
    "own RSA",
  ]);
  expect([seen("what").size, seen("layout").size, seen("attached").size]).toEqual([2, 2, 2]);
  expect(seen("languages").size).toBeGreaterThanOrEqual(trials({ short: 20, long: 49 }));
});

describe("a good file is VALID, and Poppler, qpdf and OpenSSL agree:", () => {
  test.each(named)("%s", { timeout: 60_000 }, async (_name, kind, nth) => {
    const { pdf, level, signatures, trust } = await make(kind, nth);
    const options = { trust, timestampTrust: [lab.clock.pem] };
    const result = await verifyPdf(pdf, options);
    expect([result.verdict, ...result.reasons]).toEqual(["VALID", ...result.reasons]);
    expect([result.level, result.signatures.length]).toEqual([level, signatures]);
    const isA3 = kind.attached && kind.what === "instrument";
    expect(result.archival).toBe(isA3 ? "PDF/A-3a" : "PDF/A-2a");
    expect(structureFaults(pdf)).toEqual([]);
    expect(level).toBe(kind.level === "renewed" ? "B-LTA" : kind.level);
    expect(qpdfCheck(pdf)).toBe(0);
    const seen = pdfsig(pdf);
    const valid = seen.filter(({ validation }) => validation === "Signature is Valid.");
    expect([valid.length, seen.at(-1)?.total]).toEqual([signatures, true]);
    for (const { contents, end } of findClaims(pdf)) {
      const hex = Buffer.from(pdf.subarray(contents.start + 1, contents.end - 1)).toString();
      const cms = Buffer.from(hex, "hex");
      const covered = [pdf.subarray(0, contents.start), pdf.subarray(contents.end, end)];
      const before = Buffer.from(pdf.subarray(contents.start - 200, contents.start));
      const agrees = before.includes("/DocTimeStamp")
        ? opensslStamps(cms, Buffer.concat(covered))
        : opensslVerifies(cms, Buffer.concat(covered), trust[0] ?? "", new Date());
      expect(agrees).toBe(true);
    }
  });
});

function opensslStamps(token: Uint8Array, content: Uint8Array): boolean {
  const folder = freshFolder();
  const files = { "token.der": token, "content.bin": content, "clock.pem": lab.clock.pem };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder.path, name), bytes);
  const words = ["-in", "token.der", "-data", "content.bin", "-CAfile", "clock.pem"];
  const { status } = spawnSync("openssl", ["ts", "-verify", "-token_in", ...words], {
    cwd: folder.path,
  });
  folder.remove();
  return status === 0;
}
