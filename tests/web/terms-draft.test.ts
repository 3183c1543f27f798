import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DraftStore, type Row } from "#src/web/pages/drafting/model/draft-store.ts";
import { clauseTerms, clauseTies, fillClause } from "#src/web/pages/drafting/model/fill-clause.ts";
import { keptTerms } from "#src/web/pages/drafting/model/kept-terms.ts";
import { TermsDraft } from "#src/web/pages/drafting/model/terms-draft.ts";
import { anyTerms } from "#tests/text/any-terms.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";

const text = "# Title\n\nPreamble.\n\n## Aim\n\nOne.\n\n## Notice\n\nTwo.\n\n## Law\n\nThree.\n";
const terms: Terms = {
  ...ordinaryTerms,
  withdrawal: { months: 12 },
  articles: { withdrawal: 2, settlement: 3 },
};

function memory() {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (key: string) => all.get(key) ?? null,
    setItem: (key: string, value: string) => void all.set(key, value),
    removeItem: (key: string) => void all.delete(key),
  };
}

function open({ saved = { terms, text }, working = text, storage = memory() } = {}) {
  const store = new DraftStore({ en: working, ru: working.replaceAll("## ", "## Ru ") });
  const draft = new TermsDraft(store, "en", saved, keptTerms("a", storage));
  draft.start();
  const row = (number: number) =>
    store.rows().find((one) => one.kind === "article" && one.number === number) as Row;
  return { store, draft, storage, row };
}

describe("terms edited beside the text", () => {
  test("a change is kept on this device until a version holds it", () => {
    const { draft, storage } = open();
    draft.set({ withdrawal: { days: 90 } });
    expect(draft.status().changed).toEqual(["withdrawal"]);
    const again = open({ storage });
    expect(again.draft.status().terms).toEqual({ ...terms, withdrawal: { days: 90 } });
    again.draft.learn({ terms: { ...terms, withdrawal: { days: 90 } }, text });
    expect(again.draft.status().changed).toEqual([]);
    expect(storage.all.size).toBe(0);
  });

  test("each term can be undone, with its article", () => {
    const { draft } = open();
    draft.set({ accession: true, withdrawal: "none" }, { withdrawal: null, accession: 1 });
    expect(draft.status().changed).toEqual(["withdrawal", "accession"]);
    draft.undo("withdrawal");
    expect(draft.status().changed).toEqual(["accession"]);
    draft.undo("accession");
    expect(draft.status().terms).toEqual(terms);
  });

  test("a value that is set back is no change", () => {
    const { draft, storage } = open();
    draft.set({ withdrawal: { months: 6 }, reservationRules: { authorised: true } });
    draft.set({ withdrawal: { months: 12 }, reservationRules: {} });
    expect(draft.status().changed).toEqual([]);
    expect(storage.all.size).toBe(0);
  });

  test("ties follow articles that are inserted above, moved and removed", () => {
    const { store, draft, row } = open();
    draft.set({ reservations: "permitted", reservationRules: { except: [1, 3] } }, { entry: 1 });
    store.add(store.rows()[0] as Row, { en: "## New", ru: "## New" });
    const articles = () => draft.status().terms.articles;
    expect(articles()).toEqual({ withdrawal: 3, settlement: 4, entry: 2 });
    expect(draft.status().terms.reservationRules).toEqual({ except: [2, 4] });
    expect(draft.status().changed).toEqual(["entry", "reservations"]);
    store.move(row(3), 1);
    expect(articles()).toEqual({ withdrawal: 4, settlement: 3, entry: 2 });
    store.remove(row(4));
    expect(articles()).toEqual({ settlement: 3, entry: 2 });
    store.remove(row(2));
    expect(draft.status().terms.reservationRules).toEqual({ except: [2] });
    // Neither what the version ties nor the change is tied to an article that is gone.
    expect(draft.status().changed).toEqual(["reservations"]);
  });

  test("a tie stays with its article when the heading is rewritten", () => {
    const { store, draft } = open();
    const id = store.rows()[2]?.ids.en ?? "";
    store.write("en", id, "## Withdrawal\n\nTwo.\n\n");
    expect(draft.status().terms.articles).toEqual({ withdrawal: 2, settlement: 3 });
  });

  test("the version's articles are found in a text that was written in since", () => {
    const working = text
      .replace("## Aim", "## Names\n\nNew.\n\n## Aim")
      .replace("## Law", "## Court");
    const { draft } = open({ working });
    expect(draft.status().terms.articles).toEqual({ withdrawal: 3 });
    expect(draft.status().changed).toEqual([]);
  });

  test("changes of the last visit follow the text that others wrote meanwhile", () => {
    const { draft, storage } = open();
    draft.set({ accession: true }, { accession: 3, withdrawal: null });
    const working = text.replace("## Aim", "## Names\n\nNew.\n\n## Aim");
    const again = open({ working, storage });
    expect(again.draft.status().terms.articles).toEqual({ accession: 4, settlement: 4 });
    expect(again.draft.status().changed).toEqual(["withdrawal", "accession"]);
  });

  test("an earlier version is opened with its terms", () => {
    const { store, draft } = open();
    const old = "# Title\n\n## Notice\n\nTwo.\n";
    store.replaceText("en", old);
    store.replaceText("ru", old);
    const earlier: Terms = { ...ordinaryTerms, withdrawal: "none", articles: { withdrawal: 1 } };
    draft.open(earlier);
    expect(draft.status().terms).toEqual(earlier);
  });

  test("whatever the terms become, undoing everything leaves those of the version", () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, (saved, other) => {
        const trimmed = (one: Terms): Terms => {
          const { articles: _, reservationRules: __, declarations: ___, ...rest } = one;
          return { ...rest, articles: { withdrawal: 2 } };
        };
        const { draft } = open({ saved: { terms: trimmed(saved), text } });
        draft.open(trimmed(other));
        expect(draft.status().terms).toEqual(trimmed(other));
        for (const term of draft.status().changed) draft.undo(term);
        expect(draft.status().terms).toEqual(trimmed(saved));
        expect(draft.status().changed).toEqual([]);
      }),
    );
  });
});

describe("a clause with its values", () => {
  const properties = {
    withdrawal_months: { type: "integer", default: 12, minimum: 1, maximum: 60 },
    entry_date: { type: "string", format: "date" },
  };
  const around = { reference: "DEP/2026/001", languages: ["en", "ru"], parties: [] };
  const filled = (markdown: string, language: string, values = {}) =>
    fillClause(markdown, language, { properties, values, around });

  test("is filled as each language writes them", () => {
    const values = { entry_date: "2027-03-01" };
    expect(filled("On {{entry_date}}.", "en", values)).toBe("On 1 March 2027.");
    expect(filled("{{entry_date}}.", "ru", values)).toBe("1 марта 2027 года.");
    expect(filled("{{withdrawal_months}}", "ru")).toBe("12");
    expect(filled("{{languages}} of {{reference}}", "en")).toBe(
      "English and Russian of DEP/2026/001",
    );
  });

  test("has a blank where nothing is known", () => {
    expect(filled("On {{entry_date}}.", "en")).toBe("On \\_\\_\\_\\_\\_\\_.");
  });

  test("sets its terms with them, and none that lacks a value", () => {
    const own = {
      withdrawal: { months: "{{withdrawal_months}}" },
      entry: { form: "fixed-date", date: "{{entry_date}}" },
    };
    expect(clauseTerms(own, properties, { withdrawal_months: "6" })).toEqual({
      withdrawal: { months: 6 },
    });
    expect(clauseTerms(own, properties, { entry_date: "2027-03-01" })).toEqual({
      withdrawal: { months: 12 },
      entry: { form: "fixed-date", date: "2027-03-01" },
    });
  });

  test("ties the terms that it states, and the one of its topic", () => {
    expect(clauseTies("depositary", { depositary: "office", objectionDays: 90 }, 4)).toEqual({
      depositary: 4,
    });
    expect(clauseTies("languages", {}, 7)).toEqual({ prevailing: 7 });
  });
});
