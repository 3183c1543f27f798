import { execFileSync } from "node:child_process";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openList } from "#src/pdf/revocation/find-lists.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { verifyInProcess } from "#src/pdf/verify-in-process.ts";
import { bytes } from "../attacks/bytes.ts";
import { newKey, sealed } from "../attacks/fixture.ts";
import { listOf, newHolder } from "../certificates/forge.ts";
import { milliseconds, newLimits, stopClock } from "./own-limits.ts";
import { ownVerifiers } from "./running.ts";

const { key, trust } = newKey();
const { pdf } = await sealed(key);

describe("the answer is that of the function", () => {
  test("about a file", async () => {
    expect(await verifyInProcess(pdf, { trust })).toEqual(await verifyPdf(pdf, { trust }));
  });

  test("about a file in a Buffer", async () => {
    const file = Buffer.from(pdf);
    expect(await verifyInProcess(file, { trust })).toEqual(await verifyPdf(pdf, { trust }));
  });

  test("with revocation lists, opened, unusable or as bytes", async () => {
    const list = listOf({ issuer: newHolder("Ministry") });
    const unusable = { name: "c.crl", list: null, why: "cannot be read: EACCES" } as const;
    const revocationLists = [openList(list, "a.crl"), list, unusable];
    const options = { trust, revocationLists, saysOfLists: true, at: new Date() };
    const answer = await verifyInProcess(pdf, options);
    expect(answer).toEqual(await verifyPdf(pdf, options));
    expect(answer.warnings.map(({ sentence }) => sentence).join()).toContain("a.crl");
  });

  test("about trust that is no certificate", async () => {
    const options = { trust: ["Dear Sir"] };
    const refusal = await verifyPdf(pdf, options).catch((error: Error) => error);
    const { message, code } = refusal as NodeJS.ErrnoException;
    expect(code).toMatch(/^ERR_OSSL/);
    await expect(verifyInProcess(pdf, options)).rejects.toMatchObject({ message, code });
  });

  test("about one file after another in the same process", async () => {
    stopClock();
    const limits = newLimits();
    await verifyInProcess(pdf, { trust }, limits);
    const before = ownVerifiers(limits.megabytes);
    const flipped = pdf.slice();
    flipped[1000]! ^= 1;
    for (const file of [flipped, bytes("Dear Sir"), pdf]) {
      for (const options of [{ trust }, {}]) {
        expect(await verifyInProcess(file, options, limits)).toEqual(
          await verifyPdf(file, options),
        );
      }
    }
    expect(before).toHaveLength(1);
    expect(ownVerifiers(limits.megabytes)).toEqual(before);
  });
});

test("ten files are judged in turn, in four processes", async () => {
  stopClock();
  const limits = newLimits();
  const each = Array.from({ length: 10 }, () => verifyInProcess(pdf, { trust }, limits));
  const all = await Promise.all(each);
  expect(all.map(({ verdict }) => verdict)).toEqual(Array(10).fill("VALID"));
  expect(ownVerifiers(limits.megabytes)).toHaveLength(4);
});

test("a file that takes too long is TOO_COMPLEX, and its process is killed", async () => {
  const limits = { ...newLimits(), milliseconds: 1 };
  const { verdict, reasons } = await verifyInProcess(pdf, { trust }, limits);
  expect([verdict, ...reasons]).toEqual(["TOO_COMPLEX", expect.stringContaining("takes longer")]);
  expect(ownVerifiers(limits.megabytes)).toEqual([]);
});

test("a file that takes too much memory is TOO_COMPLEX, and the next one is judged", async () => {
  const values = "[]".repeat(2_900_000);
  const file = bytes(`%PDF-1.7\nxref\n0 0\ntrailer\n[${values}\nstartxref\n9\n%%EOF\n`);
  const limits = { milliseconds, megabytes: 64 };
  expect((await verifyInProcess(pdf, { trust }, limits)).verdict).toBe("VALID");
  const { verdict, reasons } = await verifyInProcess(file, { trust }, limits);
  expect([verdict, ...reasons]).toEqual([
    "TOO_COMPLEX",
    expect.stringContaining("takes more than 64 MB"),
  ]);
  expect((await verifyInProcess(pdf, { trust }, limits)).verdict).toBe("VALID");
});

test("the process's environment holds nothing of the service's", async () => {
  stopClock();
  vi.stubEnv("DATABASE_URL", "postgres://service:secret-for-this-test@localhost/depositary");
  onTestFinished(() => void vi.unstubAllEnvs());
  const limits = newLimits();
  await verifyInProcess(pdf, { trust }, limits);
  const [pid] = ownVerifiers(limits.megabytes);
  const shown = execFileSync("ps", ["eww", String(pid)], { encoding: "utf8" });
  const names = [...shown.matchAll(/ ([A-Z_]+)=/g)].map(([, name]) => name);
  const known = ["NODE_CHANNEL_FD", "NODE_CHANNEL_SERIALIZATION_MODE", "NODE_COMPILE_CACHE"];
  expect(names).toContain("NODE_CHANNEL_FD");
  expect(names.filter((name) => !known.includes(name!))).toEqual([]);
  expect(shown).not.toContain("secret-for-this-test");
});
