import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { exportOf, exportOfAll } from "#tests/support/evidence.ts";
import { type Story, tellStory } from "#tests/support/evidence-story.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { type Entry, editsOf, rechained } from "./forged-entries.ts";

type Line = Entry;

let office: Office;
let story: Story;
let key = "";
/** The export of the whole log, and of each agreement. */
const exports: Record<string, { head: string; entries: Line[] }> = {};

beforeAll(async () => {
  office = await openOffice();
  story = await tellStory(office);
  key = vkeyOf(office.log);
  exports["the whole log"] = parse(await exportOfAll(office));
  exports["an agreement"] = parse(await exportOf(office, story.agreements[0] ?? ""));
});
afterAll(() => office.close());

function parse(text: string) {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  return { head, entries: lines.map((line) => JSON.parse(line) as Line) };
}

const write = (head: string, entries: Line[]) =>
  [head, ...entries.map((entry) => canonicalJson(entry)), ""].join("\n");

const given = (name: string) => exports[name] ?? { head: "", entries: [] };
const verify = (name: string, entries: Line[]) =>
  verifyExport(write(given(name).head, entries), { key });

/** Asserts that the export is refused and that the entry on the line that has changed is named. */
function expectNamed(name: string, entries: Line[], at: number): void {
  const { verdict, reasons } = verify(name, entries);
  expect(verdict).toBe("BROKEN");
  expect(reasons[0]).toMatch(
    at < entries.length ? new RegExp(`^Line ${at + 2}, entry .* is the first bad entry`) : /^Cut: /,
  );
}

describe.each(["the whole log", "an agreement"])("of %s", (name) => {
  test("the export holds, and replays each consent", () => {
    const { entries } = given(name);
    const found = verify(name, entries);
    expect(found.reasons).toEqual([expect.stringContaining(office.log.name)]);
    expect(found).toMatchObject({ verdict: "HOLDS", entries: entries.length });
    const methods = found.consents.map(({ party, method, weaker }) => [party, method, weaker]);
    const first = [
      ["KZ", "passkey", false],
      ["AE", "passkey", false],
    ];
    const whole = [
      ["KZ", "passkey", false],
      ["EE", "passkey", false],
      ["AE", "account", true],
    ];
    expect(methods).toEqual([...first, ...(name === "an agreement" ? whole.slice(1, 2) : whole)]);
  });

  test("every edit of every field of every entry is found and named", () => {
    const { entries } = given(name);
    // The short run takes every third, beginning at another one for each entry.
    const step = trials({ short: 3, long: 1 });
    let edits = 0;
    for (const [at, entry] of entries.entries()) {
      for (const edited of [...editsOf(entry)].filter((_, nth) => (nth + at) % step === 0)) {
        expectNamed(name, entries.toSpliced(at, 1, edited as Line), at);
        edits++;
      }
    }
    expect(edits).toBeGreaterThan((entries.length * 20) / step);
  });

  test("so is an edit by who knows how hashes and chains are made", () => {
    const { entries } = given(name);
    for (const [at, entry] of entries.entries()) {
      const forged = rechained(entries.toSpliced(at, 1, { ...entry, stage: "withdrawn" }), entries);
      expectNamed(name, forged, at);
    }
  });

  test("every deletion is found, also where all that follows is numbered and chained again", () => {
    const { entries } = given(name);
    for (const at of entries.keys()) {
      const without = entries.toSpliced(at, 1);
      expectNamed(name, without, at);
      expectNamed(name, rechained(without, entries), at);
    }
  });

  test("every exchange of two entries is found", () => {
    const { entries } = given(name);
    for (const [at, one] of entries.entries()) {
      for (let to = at + 1; to < entries.length; to++) {
        const swapped = entries.with(at, entries[to] as Line).with(to, one);
        expectNamed(name, swapped, at);
        if (to === at + 1) expectNamed(name, rechained(swapped, entries), at);
      }
    }
  });

  test("every entry that is put in is found, twice the same or a new one", () => {
    const { entries } = given(name);
    for (const at of entries.keys()) {
      const one = entries[at] as Line;
      expectNamed(name, entries.toSpliced(at + 1, 0, one), at + 1);
      const made = { ...one, act: "withdraw", detail: {}, log: null };
      expectNamed(name, rechained(entries.toSpliced(at, 0, made), entries), at);
    }
  });

  test("every cut of the tail is found, with how much is missing", () => {
    const { entries } = given(name);
    for (let length = 0; length < entries.length; length++) {
      const { verdict, reasons } = verify(name, entries.slice(0, length));
      const missing = entries.length - length;
      expect([verdict, reasons[0]]).toEqual([
        "BROKEN",
        `Cut: of ${entries.length} entries the last ${missing} are missing.`,
      ]);
    }
  });

  test("every byte counts: a line that is spelt otherwise or cut short is damaged", () => {
    const { head, entries } = given(name);
    const text = write(head, entries);
    for (const damaged of [
      text.slice(0, -1),
      text.slice(0, -200),
      text.replace('{"act"', '{ "act"'),
      text.replace('{"act"', '{"act":"publish","act"'),
      text.replaceAll("\n", "\r\n"),
      `\ufeff${text}`,
      `${text}\n`,
      "",
      "\n",
      "null\n",
      "[]\n[]\n",
    ]) {
      expect(verifyExport(damaged, { key }).verdict).toBe("BROKEN");
    }
  });

  test("no byte or stretch of bytes that is changed anywhere goes unnoticed", () => {
    const { head, entries } = given(name);
    const bytes = Buffer.from(write(head, entries));
    const place = fc.nat(bytes.length - 1);
    const change = fc.record({ place, length: fc.nat(40), put: fc.uint8Array({ maxLength: 40 }) });
    fc.assert(
      fc.property(change, ({ place, length, put }) => {
        const changed = Buffer.concat([
          bytes.subarray(0, place),
          put,
          bytes.subarray(place + length),
        ]);
        const { verdict } = verifyExport(changed.toString(), { key });
        expect(verdict === "HOLDS").toBe(changed.equals(bytes));
      }),
      { numRuns: trials({ short: 500, long: 20_000 }) },
    );
    for (let at = 0; at < Buffer.byteLength(head); at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (at % 2 === 0 ? 1 : 2);
      expect([at, verifyExport(changed.toString(), { key }).verdict]).toEqual([at, "BROKEN"]);
    }
  });

  test("every edit of what the first line promises is found", () => {
    const { head, entries } = given(name);
    const opening = JSON.parse(head) as Line;
    for (const field of ["checkpoint", "statement", "vkey", "agreement", "export"]) {
      const value = opening[field];
      if (typeof value !== "string") continue;
      for (const changed of [null, value.slice(1), value.slice(0, -1), `${value}x`, "x"]) {
        const other = write(canonicalJson({ ...opening, [field]: changed }), entries);
        expect([field, verifyExport(other, { key }).verdict]).toEqual([field, "BROKEN"]);
      }
      const { [field]: _, ...rest } = opening;
      const without = verifyExport(write(canonicalJson(rest), entries), { key });
      expect([field, without.verdict]).toEqual([field, "BROKEN"]);
    }
  });

  test("another key than the log's vouches for nothing", async () => {
    const other = await openOffice();
    const found = verifyExport(write(given(name).head, given(name).entries), {
      key: vkeyOf(other.log),
    });
    await other.close();
    expect(found.verdict).toBe("BROKEN");
    expect(found.reasons[0]).toContain("another key");
  });
});

test("entries that the log has not taken yet are told, and are not taken on trust", async () => {
  const unknown = await exportOf(office, await draft(office));
  expect(verifyExport(unknown, { key }).verdict).toBe("BROKEN");
  const own = story.agreements[2] ?? "";
  const { head, entries } = parse(await exportOf(office, own));
  const last = entries.at(-1) as Line;
  const { log: _, hash: previous, ...content } = last;
  const next = { ...content, seq: (last.seq as number) + 1, previous };
  const hash = createHash("sha256").update(canonicalJson(next)).digest("hex");
  const text = write(head, [...entries, { ...next, hash, log: null }]);
  const found = verifyExport(text, { key });
  expect(found.verdict).toBe("HOLDS IN PART");
  expect(found.reasons.at(-1)).toContain("The last 1 entries are not in the log yet");
});

test("an entry whose words are left out is told, and its place is checked all the same", async () => {
  const agreement = story.agreements[0] ?? "";
  const answer = await office
    .as("representative", "KZ")
    .send("GET", `/agreements/${agreement}/evidence`);
  const { head, entries } = parse(await answer.text());
  const found = verifyExport(write(head, entries), { key });
  expect(found.verdict).toBe("HOLDS IN PART");
  expect(found.reasons.at(-1)).toMatch(/^Of \d+ entries a part is left out/);
  expect(found.consents.map(({ party }) => party)).toEqual(["KZ"]);
  for (const at of entries.keys()) {
    const without = verifyExport(write(head, entries.toSpliced(at, 1)), { key });
    expect(without.verdict).toBe("BROKEN");
  }
  const { detail: _, person: __, ...stripped } = given("the whole log").entries[0] as Line;
  expectNamed("the whole log", given("the whole log").entries.with(0, stripped), 0);
});
