import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem, Unreachable } from "#src/web/api/problem.ts";
import { DraftStore } from "#src/web/pages/drafting/model/draft-store.ts";
import { type KeptDraft, keptDrafts } from "#src/web/pages/drafting/model/kept-draft.ts";
import { merge, textOf } from "#src/web/pages/drafting/model/merge.ts";
import { Saver } from "#src/web/pages/drafting/model/saver.ts";
import { trials } from "#tests/support/length.ts";
import { until } from "#tests/support/until.ts";

const article = (heading: string, words: string) => `## ${heading}\n\n${words}\n\n`;
const headings = ["One", "Two", "Three", "Four", "Five"];
const textWith = (words: string[]) =>
  `# Title\n\nPreamble.\n\n${words.map((one, at) => article(headings[at] ?? "", one)).join("")}`;
const base = textWith(["a", "b", "c"]);

describe("a merge", () => {
  test("takes what each side alone has changed, and asks about what both have", () => {
    const merged = merge(base, textWith(["theirs", "b", "x"]), textWith(["mine", "mine", "c"]));
    expect(merged.map(({ conflict }) => conflict !== undefined)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(merged[1]?.conflict?.theirs).toContain("theirs");
    expect(textOf(merged)).toBe(textWith(["mine", "mine", "x"]));
  });

  test("keeps an article that one side added and the words that the other changed", () => {
    const theirs = base + article("New", "added there");
    const mine = base.replace("\n\na\n", "\n\nchanged here\n");
    const text = textOf(merge(base, theirs, mine));
    expect(text).toContain("changed here");
    expect(text.endsWith(article("New", "added there"))).toBe(true);
    expect(textOf(merge(base, mine, theirs))).toBe(text);
  });

  test("takes out what one side took out, unless the other changed it", () => {
    const without = base.replace(article("Two", "b"), "");
    expect(textOf(merge(base, without, base))).toBe(without);
    const changed = base.replace("\n\nb\n", "\n\nchanged\n");
    const [conflict] = merge(base, without, changed).flatMap((one) => one.conflict ?? []);
    expect(conflict).toEqual({ mine: article("Two", "changed"), theirs: null });
  });

  test("without conflict loses no change of either side, whichever articles they are", () => {
    const side = fc.array(fc.option(fc.constantFrom("x", "y", "z")), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(side, side, (left, right) => {
        const words = (tag: string, changes: (string | null)[]) =>
          textWith(changes.map((one, at) => (one === null ? `w${at}` : `${tag} ${one}`)));
        const origin = textWith([0, 1, 2, 3, 4].map((at) => `w${at}`));
        const merged = merge(origin, words("T", left), words("M", right));
        merged.slice(1).forEach(({ markdown, conflict }, at) => {
          const [theirs, mine] = [left[at], right[at]];
          expect(conflict !== undefined).toBe(theirs !== null && mine !== null);
          if (mine !== null) expect(markdown).toContain(`M ${mine}`);
          else if (theirs !== null) expect(markdown).toContain(`T ${theirs}`);
        });
      }),
      { numRuns: trials({ short: 100, long: 5000 }) },
    );
  });
});

/** A service that keeps one text, as the API does. */
function service(markdown: string) {
  const kept = new Map<string, KeptDraft>();
  const storage = {
    getItem: (key: string) => (kept.has(key) ? JSON.stringify(kept.get(key)) : null),
    setItem: (key: string, value: string) => void kept.set(key, JSON.parse(value)),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
  const one = { markdown, revision: 0, down: false };
  const text = () => ({
    language: "en",
    revision: one.revision,
    basedOn: 1,
    by: null,
    at: null,
    markdown: one.markdown,
  });
  const store = new DraftStore({ en: markdown });
  const saver = new Saver(store, [text()], {
    debounceMs: 5,
    retryMs: 20,
    kept: keptDrafts("a", storage),
    read: async () => [text()],
    put: async (_, { markdown }, revision) => {
      if (one.down) throw new Unreachable();
      if (revision !== one.revision)
        throw new Problem(412, { type: "urn:depositary:problem:stale-version" });
      Object.assign(one, { markdown, revision: revision + 1 });
      return { ...text(), problems: [] };
    },
  });
  const write = (at: number, words: string) => {
    const part = store.parts("en")[at];
    if (part) store.write("en", part.id, article(headings[at - 1] ?? "", words));
  };
  return { one, store, saver, kept, write, stop: saver.start() };
}

describe("saving", () => {
  test("while the service is silent the words are kept here, and saved when it is back", async () => {
    const { one, saver, kept, write, stop } = service(base);
    one.down = true;
    write(1, "typed");
    await until(() => saver.status().state === "kept");
    expect(kept.get("kept:draft:a:en")?.markdown).toContain("typed");
    one.down = false;
    await until(() => saver.status().state === "saved");
    expect(one.markdown).toContain("typed");
    expect(kept.size).toBe(0);
    stop();
  });

  test("what another saved meanwhile is merged; the same article is left to a choice", async () => {
    const { one, saver, store, write, stop } = service(base);
    Object.assign(one, { markdown: textWith(["a", "b", "theirs"]), revision: 1 });
    write(1, "mine");
    await until(() => saver.status().state === "saved");
    expect(one.markdown).toBe(textWith(["mine", "b", "theirs"]));
    Object.assign(one, { markdown: textWith(["mine", "B", "theirs"]), revision: one.revision + 1 });
    write(2, "also mine");
    await until(() => saver.status().conflicts.length === 1);
    write(3, "while it waits");
    const [conflict] = saver.status().conflicts;
    if (conflict) saver.resolve(conflict, conflict.theirs);
    await until(() => saver.status().state === "saved");
    expect(one.markdown).toBe(textWith(["mine", "B", "while it waits"]));
    expect(store.markdown("en")).toBe(one.markdown);
    stop();
  });
});

test("an article moved takes its references along; one removed leaves them leading nowhere", () => {
  const store = new DraftStore({
    en: `${base}${article("Four", "See [Article 2](#article-2) and [Article 3](#article-3).")}`,
  });
  const row = store.rows()[2];
  if (!row) return expect.unreachable();
  store.move(row, 1);
  expect(store.markdown("en")).toContain(
    "See [Article 3](#article-3) and [Article 2](#article-2).",
  );
  const first = store.rows()[1];
  if (first) store.remove(first);
  expect(store.markdown("en")).toContain(
    "See [Article 2](#article-2) and [Article 1](#article-1).",
  );
  const gone = store.rows()[1];
  if (gone) store.remove(gone);
  expect(store.markdown("en")).toContain("and [Article 1](#removed).");
});
