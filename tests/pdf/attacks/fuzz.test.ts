import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealInstrument } from "#src/pdf/seal.ts";
import { verdicts } from "#src/pdf/verify/findings.ts";
import type { VerifyOptions } from "#src/pdf/verify/options.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { trials } from "../../support/length.ts";
import { type Lab, openLab } from "../levels/lab.ts";
import { append, bytes, text } from "./bytes.ts";
import { consents, original, reference } from "./fixture.ts";

const timeout = trials({ short: 120_000, long: 3_600_000 });
const numRuns = trials({ short: 400, long: 50_000 });

let lab: Lab;
let options: VerifyOptions;
/** At each level, so that what is mutated is of every kind; each is valid as it stands. */
let files: Uint8Array[];

beforeAll(async () => {
  lab = await openLab();
  options = lab.reader;
  const request = { signatures: consents, key: lab.key, at: new Date(), reference };
  const seal = async (timestamping: typeof lab.timestamping | null) =>
    (await sealInstrument(await original(), { ...request, timestamping })).pdf;
  files = [await seal(null), await seal(lab.timestamping)];
  for (const file of files) expect((await verifyPdf(file, options)).verdict).toBe("VALID");
});
afterAll(() => lab.close());

type Mutation = (latin: string, other: string) => string;
/** A place or a length, as a share of the file. */
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (latin: string, place: number) => Math.floor(latin.length * place);
const few = (place: number) => 1 + Math.floor(place ** 4 * 4000);

/** Words that mean something to a reader of PDFs. */
const words = fc.constantFrom(
  ...["/Contents", "/ByteRange", "/Root", "/Prev", "/Length", "/Type /Page", "endobj", "stream"],
  ...["%%EOF\n", "startxref\n9\n", "xref\n0 1\n0000000000 65535 f \n", "trailer\n<< >>\n", "null"],
  ...["<< >>", "[ ]", "()", "<>", "%", "0 R", "/Encrypt", "/XRefStm 9", "/OpenAction", "\0", "9"],
);

const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(
    ([p, byte]): Mutation =>
      (s) =>
        put(s, at(s, p), 1, chr(byte)),
  ),
  fc.tuple(share, words).map(
    ([p, word]): Mutation =>
      (s) =>
        put(s, at(s, p), 0, word),
  ),
  fc.tuple(share, words).map(
    ([p, word]): Mutation =>
      (s) =>
        put(s, at(s, p), word.length, word),
  ),
  fc.tuple(share, share).map(
    ([p, n]): Mutation =>
      (s) =>
        put(s, at(s, p), few(n), ""),
  ),
  fc.tuple(share, share).map(
    ([p, n]): Mutation =>
      (s) =>
        put(s, at(s, p), 0, s.slice(at(s, p), at(s, p) + few(n))),
  ),
  // A stretch from elsewhere in the file, or from another valid file.
  fc.tuple(share, share, share, fc.boolean()).map(
    ([p, q, n, foreign]): Mutation =>
      (s, other) => {
        const from = foreign ? other : s;
        return put(s, at(s, p), few(n), from.slice(at(from, q), at(from, q) + few(n)));
      },
  ),
  // One number in the place of another: of an object, an offset, a length, a range.
  fc.tuple(share, fc.nat(999_999)).map(
    ([p, value]): Mutation =>
      (s) => {
        const from = at(s, p);
        return (
          s.slice(0, from) +
          s.slice(from).replace(/\d+/, (old) => String(value).padStart(old.length, "0"))
        );
      },
  ),
  // One name in the place of another.
  fc.tuple(share, share).map(
    ([p, q]): Mutation =>
      (s) => {
        const name = /\/[A-Za-z]+/.exec(s.slice(at(s, q)))?.[0] ?? "/X";
        return s.slice(0, at(s, p)) + s.slice(at(s, p)).replace(/\/[A-Za-z]+/, name);
      },
  ),
  // A revision of one's own, with an object of the file changed or swapped for another.
  fc.tuple(share, share, words).map(
    ([p, q, word]): Mutation =>
      (s) => {
        const all = [...s.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
        const [one, two] = [all[at2(all, p)], all[at2(all, q)]];
        const value = word.length % 2 ? (two?.[2] ?? "") : `${one?.[2]}`.replace(/\/\w+/, word);
        return text(append(bytes(s), { [Number(one?.[1] ?? 1)]: value }));
      },
  ),
  share.map(
    (p): Mutation =>
      (s) =>
        s.slice(0, at(s, p)),
  ),
  share.map(
    (p): Mutation =>
      (s, other) =>
        s.slice(0, at(s, p)) + other.slice(at(other, p)),
  ),
);

const at2 = (all: unknown[], place: number) => Math.floor(all.length * place);
const chr = (byte: number) => String.fromCharCode(byte);
const put = (s: string, from: number, length: number, word: string) =>
  s.slice(0, from) + word + s.slice(from + length);

/** The processor time of judging whole files, in microseconds. */
async function spentOn(whole: Uint8Array[]): Promise<number> {
  for (const file of whole) await verifyPdf(file, options);
  const from = process.cpuUsage();
  for (const file of whole) await verifyPdf(file, options);
  return process.cpuUsage(from).user;
}

describe("a mutated sealed file never crashes the verifier, never keeps it busy, and is never VALID:", () => {
  test("one to four mutations, of B-B and B-LTA", { timeout }, async () => {
    const seen = new Map<string, number>();
    // Processor time, in microseconds: whole files once each, and the slowest of their mutants.
    const whole = await spentOn(files);
    let slowest = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1),
        fc.array(mutations, { minLength: 1, maxLength: 4 }),
        async (which, all) => {
          const [file, other] = [files[which]!, files[1 - which]!];
          const foreign = text(other);
          const latin = all.reduce((s, mutate) => mutate(s, foreign), text(file));
          const mutant = bytes(latin);
          // One that does what was there before is none; a whole valid file is what it is.
          if (files.some((whole) => Buffer.compare(mutant, whole) === 0)) return;
          const from = process.cpuUsage();
          const { verdict, reasons, level } = await verifyPdf(mutant, options);
          slowest = Math.max(slowest, process.cpuUsage(from).user);
          seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
          expect(verdicts).toContain(verdict);
          expect(reasons.length).toBeGreaterThan(0);
          // Cut exactly at the end of the seal a file is whole, with the pages it had, and says a lower level.
          const isPrefix = Buffer.compare(file.subarray(0, mutant.length), mutant) === 0;
          if (isPrefix && verdict === "VALID") expect(level).toBe("B-T");
          else expect([verdict, all.length]).not.toEqual(["VALID", all.length]);
        },
      ),
      { numRuns },
    );
    expect(slowest / whole).toBeLessThan(50);
    console.log(`${numRuns} mutants:`, Object.fromEntries(seen));
  });
});
