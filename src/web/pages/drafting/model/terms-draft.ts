import { headingOf, partsOf } from "#src/text/parts.ts";
import { type TermName, type Terms, type TiedTerm, termNames } from "#src/text/terms-in-words.ts";
import { keysOf } from "../../../terms/keys-of.ts";
import type { DraftStore } from "./draft-store.ts";
import type { KeptTerms } from "./kept-terms.ts";
import {
  type Article,
  type Moves,
  movesBetween,
  renumberChanges,
  renumberTerms,
  same,
  type TermChanges,
  type Ties,
  withChanges,
} from "./term-numbers.ts";

/** The terms of a version, with the version's text in the first language, by which its articles are found. */
export type SavedTerms = { terms: Terms; text: string };

export type TermsStatus = {
  /** The terms of the last version, tied to the articles of the text as it is written now. */
  saved: Terms;
  /** The same with the changes made here. */
  terms: Terms;
  changed: TermName[];
  /** How many articles the text has now. */
  articles: number;
};

const none: TermChanges = { values: {}, ties: {} };

/**
 * The terms while they are edited beside the text. Changes are kept on this device until a version holds them, and
 * follow the articles that they name when the text's articles are inserted, moved or removed.
 */
export class TermsDraft {
  readonly #store: DraftStore;
  readonly #language: string;
  readonly #kept: KeptTerms;
  #saved: Terms;
  #changes: TermChanges;
  #articles: Article[];
  #status: TermsStatus;
  #listeners = new Set<() => void>();

  /** `language` is the text's first language: its headings find an article again. */
  constructor(store: DraftStore, language: string, saved: SavedTerms, kept: KeptTerms) {
    this.#store = store;
    this.#language = language;
    this.#kept = kept;
    this.#articles = this.#read();
    this.#saved = this.#retied(saved);
    const found = kept.read();
    const moves = found && movesBetween(found.headings.map(unplaced), this.#articles);
    this.#changes = found && moves ? renumberChanges(found.changes, moves) : none;
    this.#status = this.#settle();
  }

  /** Follows the text's articles from now on. Returns a function that stops it. */
  start(): () => void {
    this.#follow();
    return this.#store.subscribe(() => this.#follow());
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  status = () => this.#status;

  set(values: TermChanges["values"], ties: Ties = {}): void {
    this.#changes = {
      values: { ...this.#changes.values, ...values },
      ties: { ...this.#changes.ties, ...ties },
    };
    this.#tell();
  }

  /** Makes the terms those of an earlier version, whose text is the working text now. */
  open({ articles = {}, ...values }: Terms): void {
    const untied = Object.keys(this.#saved.articles ?? {}).map((term) => [term, null]);
    this.#changes = {
      values: { ...optional, reservationRules: {}, ...values },
      ties: { ...Object.fromEntries(untied), ...articles },
    };
    this.#tell();
  }

  undo(term: TermName): void {
    const { values, ties } = this.#changes;
    const own: string[] = keysOf(term);
    this.#changes = {
      values: Object.fromEntries(Object.entries(values).filter(([key]) => !own.includes(key))),
      ties: Object.fromEntries(Object.entries(ties).filter(([key]) => key !== term)),
    };
    this.#tell();
  }

  /** Takes over the terms of a newer version. Changes that it holds are no longer changes. */
  learn(saved: SavedTerms): void {
    const next = this.#retied(saved);
    if (same(next, this.#saved)) return;
    this.#saved = next;
    this.#tell();
  }

  /** Finds the articles of a version's text in the text as it is written now. */
  #retied({ terms, text }: SavedTerms): Terms {
    const articles = partsOf(text)
      .filter(({ kind }) => kind === "article")
      .map(({ markdown }) => unplaced(headingOf(markdown)));
    return renumberTerms(terms, movesBetween(articles, this.#articles));
  }

  #read(): Article[] {
    const { headings } = this.#store.reading(this.#language);
    return this.#store
      .rows()
      .filter(({ kind }) => kind === "article")
      .map(({ id, number }) => ({ id, heading: headings[number - 1] ?? "" }));
  }

  #follow(): void {
    const articles = this.#read();
    if (same(articles, this.#articles)) return;
    const moves: Moves = movesBetween(this.#articles, articles);
    this.#articles = articles;
    this.#saved = renumberTerms(this.#saved, moves);
    this.#changes = renumberChanges(this.#changes, moves);
    this.#tell();
  }

  #tell(): void {
    this.#status = this.#settle();
    for (const listener of this.#listeners) listener();
  }

  /** Drops changes that are none, keeps the others on this device, and says how things are. */
  #settle(): TermsStatus {
    const saved = this.#saved;
    const { values, ties } = this.#changes;
    const isChange = (key: string, value: unknown) =>
      !same(saved[key as keyof Terms] ?? empty(key), value ?? empty(key));
    const isTied = (term: string, number: number | null | undefined) =>
      (saved.articles?.[term as TiedTerm] ?? null) !== number;
    this.#changes = {
      values: Object.fromEntries(Object.entries(values).filter(([key, one]) => isChange(key, one))),
      ties: Object.fromEntries(Object.entries(ties).filter(([term, one]) => isTied(term, one))),
    };
    const changed = termNames.filter(
      (term) =>
        keysOf(term).some((key) => key in this.#changes.values) || term in this.#changes.ties,
    );
    if (changed.length === 0 && !("amended" in this.#changes.values)) this.#kept.clear();
    else {
      const headings = this.#articles.map(({ heading }) => heading);
      this.#kept.write({ changes: this.#changes, headings });
    }
    const terms = withChanges(saved, this.#changes);
    return { saved, terms, changed, articles: this.#articles.length };
  }
}

/** The terms that a text may have none of. */
const optional = { consentBy: undefined, territories: undefined, declarations: undefined };

/** A text without rules on reservations may have an empty record of them, or none. */
const empty = (key: string) => (key === "reservationRules" ? {} : null);

const unplaced = (heading: string): Article => ({ id: null, heading });
