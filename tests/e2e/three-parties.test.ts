import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append, bytes, objectWith, text } from "#tests/pdf/attacks/bytes.ts";
import { pdfsig, qpdfCheck } from "#tests/pdf/attacks/oracles.ts";
import { structureFaults } from "#tests/pdf/structure-faults.ts";
import { openSignedByThree, root, type SignedByThree } from "./signed-by-three.ts";

let three: SignedByThree;
let original: Uint8Array;
let sealed: Uint8Array;
beforeAll(async () => {
  three = await openSignedByThree();
  ({ original, sealed } = three);
});
afterAll(() => three.close());

const trusting =
  "--trust seal=office.pem --trust KZ=KZ.pem --trust AE=AE.pem --timestamp-trust clock.pem";

async function verdictOf(pdf: Uint8Array): Promise<{ code: number; output: string }> {
  await writeFile(three.at("changed.pdf"), pdf);
  return three.sh(`depositary verify changed.pdf ${trusting}`);
}

describe("the sealed file", () => {
  test("begins with the very original that was shown", () => {
    expect(Buffer.compare(sealed.subarray(0, original.length), original)).toBe(0);
  });

  test("is VALID at B-LTA, with each party's signature by the key it was made with", async () => {
    const { code, output } = await three.sh(`depositary verify sealed.pdf ${trusting} --json`);
    expect(code).toBe(0);
    const { verdict, level, archival, signatures, original: digest } = JSON.parse(output);
    expect([archival, structureFaults(sealed)]).toEqual(["PDF/A-2a", []]);
    expect(digest).toBe(createHash("sha256").update(original).digest("hex"));
    expect([verdict, level]).toEqual(["VALID", "B-LTA"]);
    const rows = signatures.map(({ field, subject, algorithm }: Record<string, string>) => [
      field,
      subject,
      algorithm,
    ]);
    expect(rows).toEqual([
      ["Party-KZ", "CN=Yerlan Abdrakhmanov", "RSA 3072, sha256"],
      ["Party-AE", "CN=Mariam Al Hashimi", "ECDSA prime256v1, sha256"],
      ["Party-HUB", "CN=Seal", "RSA 3072, sha256"],
      ["Seal", "CN=Seal", "RSA 3072, sha256"],
    ]);
  });

  test("is what Poppler and qpdf say it is", () => {
    expect(qpdfCheck(sealed)).toBe(0);
    const [timestamp, ...signatures] = pdfsig(sealed).reverse();
    expect(signatures.map(({ validation }) => validation)).toEqual(
      Array(4).fill("Signature is Valid."),
    );
    expect(timestamp?.total).toBe(true);
  });

  test("says whose each signature is, and who issued its certificate", async () => {
    const { output } = await three.sh(`depositary verify sealed.pdf ${trusting}`);
    for (const line of [
      "Party-KZ: CN=Yerlan Abdrakhmanov (issued by CN=Ministry-KZ), level",
      "Party-AE: CN=Mariam Al Hashimi (issued by CN=Ministry-AE), level",
      "Party-HUB: CN=Seal (issued by CN=Office), consent attested by the depositary, level",
      "Seal: CN=Seal (issued by CN=Office), level B-LTA",
    ]) {
      expect(output).toContain(line);
    }
  });

  test.each([
    ["one party's authority only", "--trust KZ=KZ.pem", ["Party-AE", "Party-HUB", "Seal"]],
    ["the seal's only", "--trust seal=office.pem", ["Party-KZ", "Party-AE"]],
    ["the seal's only, without its name", "--trust office.pem", ["Party-KZ", "Party-AE"]],
    [
      "the parties' the wrong way round",
      "--trust seal=office.pem --trust KZ=AE.pem --trust AE=KZ.pem",
      ["Party-KZ", "Party-AE"],
    ],
    [
      "an authority for a party that signed with none of its own",
      `${"--trust seal=office.pem --trust KZ=KZ.pem --trust AE=AE.pem"} --trust HUB=KZ.pem`,
      ["Party-HUB"],
    ],
  ])("is UNTRUSTED to who trusts %s", async (_, words, fields) => {
    const { code, output } = await three.sh(
      `depositary verify sealed.pdf ${words} --timestamp-trust clock.pem`,
    );
    expect([code, output.split("\n")[0]]).toEqual([1, "UNTRUSTED"]);
    const named = [...output.matchAll(/certificate of signature "([^"]+)"/g)].map(([, one]) => one);
    expect(named).toEqual(fields);
  });

  test.each([
    ["a party that the file has not", `${"--trust seal=office.pem"} --trust FR=KZ.pem`, "FR"],
    ["a file that is not there", "--trust KZ=none.pem", "none.pem"],
    ["a file without certificates", "--trust seal=sealed.pdf", "sealed.pdf"],
    ["a broken certificate", "--trust KZ=broken.pem", "broken.pem"],
    ["a broken certificate of a clock", "--timestamp-trust broken.pem", "broken.pem"],
    ["a name without a file", "--trust KZ=", "KZ="],
    ["several authorities in one heap", "--trust heap.pem", "CN=Ministry-KZ"],
  ])("%s ends with 2 and is named", async (_, words, name) => {
    const pem = await readFile(three.at("KZ.pem"), "utf8");
    await writeFile(three.at("broken.pem"), pem.replace(/\n[A-Za-z0-9+/]{9}/, "\n!!!!!!!!!"));
    await writeFile(three.at("heap.pem"), (await readFile(three.at("office.pem"), "utf8")) + pem);
    const { code, output } = await three.sh(`depositary verify sealed.pdf ${words}`);
    expect(code).toBe(2);
    expect(output.split("\n")[0]).toContain(name);
  });
});

describe("a reader is told what was done to it:", () => {
  test("a byte flipped in the text names every signature after which it changed", async () => {
    const changed = sealed.slice();
    changed[Math.floor(original.length / 2)]! ^= 1;
    const { code, output } = await verdictOf(changed);
    expect([code, output.split("\n")[0]]).toEqual([1, "INVALID_DIGEST"]);
    for (const field of ["Party-KZ", "Party-AE", "Party-HUB", "Seal"]) {
      expect(output).toContain(`The file was changed after signature "${field}" was made.`);
    }
  });

  test("a byte flipped in a party's signature names that signature first", async () => {
    const at = text(sealed).indexOf("/Contents <", original.length) + 2000;
    const changed = sealed.slice();
    changed[at] = changed[at] === 0x61 ? 0x62 : 0x61;
    const { code, output } = await verdictOf(changed);
    expect(code).toBe(1);
    expect(output).toContain('"Party-KZ"');
    expect(output).toContain('The file was changed after signature "Party-AE" was made.');
  });

  test("a revision appended", async () => {
    const page = objectWith(sealed, /\/Type ?\/Page(?![A-Za-z])/);
    const changed = append(sealed, {
      [page.number]: page.value.replace("/Contents", "/Void"),
    });
    const { code, output } = await verdictOf(changed);
    expect([code, output.split("\n")[0]]).toEqual([1, "MODIFIED"]);
    expect(output).toContain("Something was added to the file after its last signature.");
  });

  test("a party's signature taken away by cutting the file names the party", async () => {
    const { code, output } = await verdictOf(sealed.subarray(0, three.ends.kz));
    expect([code, output.split("\n")[0]]).toEqual([1, "INCOMPLETE"]);
    expect(output).toContain(
      'The signature "Party-AE" is missing: its place in the file is empty.',
    );
  });

  test("a party's revision cut out of the middle", async () => {
    const without = Buffer.concat([
      sealed.subarray(0, three.ends.kz),
      sealed.subarray(three.ends.ae),
    ]);
    const { code, output } = await verdictOf(new Uint8Array(without));
    expect(code).toBe(1);
    expect(output).toMatch(/^(MODIFIED|INVALID_DIGEST|MALFORMED)/);
  });

  test("a party's signature emptied", async () => {
    const from = text(sealed).indexOf("/Contents <", three.ends.kz) + "/Contents <".length;
    const to = text(sealed).indexOf(">", from);
    const emptied = bytes(
      text(sealed).slice(0, from) + "0".repeat(to - from) + text(sealed).slice(to),
    );
    const { code, output } = await verdictOf(emptied);
    expect([code, output.split("\n")[0]]).toEqual([1, "INVALID_DIGEST"]);
    expect(output).toContain('Signature "Party-AE" is empty.');
  });

  test("a party's signature taken out of its field by an update", async () => {
    const field = objectWith(sealed, /\/T \(Party-AE\)[\s\S]*\/V /);
    const changed = append(sealed, {
      [field.number]: field.value.replace(/\/V \d+ 0 R/, ""),
    });
    const { code, output } = await verdictOf(changed);
    expect([code, output.split("\n")[0]]).toEqual([1, "MODIFIED"]);
  });
});

test("docs/VERIFY.md: each of its commands runs, and says yes", async () => {
  const guide = await readFile(join(root, "docs/VERIFY.md"), "utf8");
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, script = ""]) => script);
  expect(blocks).toHaveLength(6);
  const outputs: string[] = [];
  for (const block of blocks) {
    const { code, output } = await three.sh(block);
    expect([block, code, output]).toEqual([block, 0, output]);
    outputs.push(output);
  }
  const [ours, viewers, openssl, whole, digest, evidence] = outputs as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  expect(ours).toMatch(/^VALID B-LTA/);
  expect(viewers.match(/Signature is Valid/g)).toHaveLength(4);
  expect(viewers).toContain("Total document signed");
  const subjects = [...openssl.matchAll(/subject=CN = ([\w ]+)/g)].map(([, name]) => name);
  expect(subjects).toEqual(["Yerlan Abdrakhmanov", "Mariam Al Hashimi", "Seal", "Seal"]);
  const issuers = [...openssl.matchAll(/issuer=CN = ([\w-]+)/g)].map(([, name]) => name);
  expect(issuers).toEqual(["Ministry-KZ", "Ministry-AE", "Office", "Office"]);
  expect(openssl.match(/^(Party-\w+|Seal)$/gm)).toEqual([
    "Party-KZ",
    "Party-AE",
    "Party-HUB",
    "Seal",
  ]);
  expect(openssl).toContain("Verification: OK");
  expect(whole).toBe("The last signature covers the whole file.\n");
  expect(digest).toContain(createHash("sha256").update(original).digest("hex"));
  expect(evidence).toMatch(/^HOLDS/);
  expect(evidence).toMatch(/HUB consented .* by passkey/);
  expect(evidence).toMatch(/KZ consented .* by the certificate of CN=Yerlan Abdrakhmanov/);
});
