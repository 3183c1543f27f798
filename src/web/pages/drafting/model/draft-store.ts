import { headingOf, type Part, partsOf } from "#src/text/parts.ts";
import { slugsOf } from "#src/text/slug.ts";
import { renumber } from "./renumber.ts";

export type DraftPart = Part & { id: string };

/** A row: the title, an article or an annex in every language. */
export type Row = {
  id: string;
  kind: Part["kind"];
  /** The number of the article or annex, from 1. */
  number: number;
  ids: Record<string, string | undefined>;
};

/** What rendering one part needs to know about the others. */
export type TextReading = {
  language: string;
  headings: string[];
  articleOf: ReturnType<typeof slugsOf>;
};

/**
 * The texts while they are written, part by part. Subscribers are told of every change; a part that has not changed
 * stays the same object.
 */
export class DraftStore {
  readonly languages: string[];
  #texts = new Map<string, DraftPart[]>();
  #readings = new Map<string, TextReading>();
  #headings = new WeakMap<DraftPart, string>();
  #rows: Row[] = [];
  #listeners = new Set<() => void>();
  #written = new Set<(language: string) => void>();
  #last = 0;
  /** Flushes the editors before a text is read. */
  readonly flushes = new Set<() => void>();
  readonly touched = new Set<() => void>();

  constructor(texts: Record<string, string>) {
    this.languages = Object.keys(texts);
    for (const [language, text] of Object.entries(texts)) this.#put(language, this.#read(text, []));
    this.#align();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Notes that someone is typing; an editor will write the text after its debounce. */
  touch(): void {
    for (const listener of this.touched) listener();
  }

  /** Calls back with each language whose text was changed on this device. */
  onWritten(listener: (language: string) => void): () => void {
    this.#written.add(listener);
    return () => this.#written.delete(listener);
  }

  rows = () => this.#rows;

  parts = (language: string): DraftPart[] => this.#texts.get(language) ?? [];

  part = (language: string, id: string | undefined) =>
    this.parts(language).find((part) => part.id === id);

  reading = (language: string) => this.#readings.get(language) as TextReading;

  markdown(language: string): string {
    return this.parts(language)
      .map(({ markdown }) => markdown)
      .join("");
  }

  flush(): void {
    for (const give of this.flushes) give();
  }

  /** Replaces one part. All others stay the same, byte for byte. */
  write(language: string, id: string, markdown: string): void {
    const parts = this.parts(language);
    if (parts.find((part) => part.id === id)?.markdown === markdown) {
      // Typed and undone: the saver must still learn that nothing is pending.
      for (const listener of this.#written) listener(language);
      return;
    }
    const [first, ...more] = partsOf(markdown).filter((part) => part.markdown !== "");
    const kind = first?.kind;
    const own = parts.find((part) => part.id === id)?.kind;
    // An edit that splits a part, or changes its kind, changes the rows.
    if (more.length > 0 || (own !== "head" && kind !== undefined && kind !== own)) {
      const text = parts.map((part) => (part.id === id ? markdown : part.markdown)).join("");
      this.setText(language, text);
    } else {
      const next = parts.map((part) => (part.id === id ? { ...part, markdown } : part));
      this.#put(language, next);
    }
    this.#tell([language]);
  }

  /** Replaces a whole text, for example after a merge. Parts with the same words stay the same objects. */
  setText(language: string, markdown: string): void {
    this.#put(language, this.#read(markdown, this.parts(language)));
    this.#align();
    this.#tell([]);
  }

  /** Replaces a whole text as an edit on this device, so it is saved. */
  replaceText(language: string, markdown: string): void {
    this.setText(language, markdown);
    this.#tell([language]);
  }

  /** Inserts an article after a row, in each language that has text for it. */
  add(after: Row, texts: Record<string, string>): void {
    const place = after.kind === "article" ? after.number : after.kind === "head" ? 0 : Infinity;
    this.#change((parts, language) => {
      const articles = parts.filter(({ kind }) => kind === "article").length;
      const at = 1 + Math.min(place, articles);
      const markdown = `${(texts[language] ?? "## …").trim()}\n\n`;
      const moved = renumber(parts, (number) => (number >= at ? number + 1 : number));
      const before = moved.slice(0, at).map((part, index) => {
        const last = index === at - 1;
        return last ? { ...part, markdown: `${part.markdown.trimEnd()}\n\n` } : part;
      });
      return [...before, { id: this.#id(), kind: "article", markdown }, ...moved.slice(at)];
    });
  }

  /** Moves an article up or down by one and updates references to it. */
  move({ number }: Row, by: -1 | 1): void {
    const to = number + by;
    this.#change((parts) => {
      const [here, there] = [parts[number], parts[to]];
      if (here?.kind !== "article" || there?.kind !== "article") return parts;
      const next = [...parts];
      [next[number], next[to]] = [there, here];
      const ended = next.map((part, at) =>
        at < next.length - 1 && part !== parts[at]
          ? { ...part, markdown: `${part.markdown.trimEnd()}\n\n` }
          : part,
      );
      return renumber(ended, (old) => (old === number ? to : old === to ? number : old));
    });
  }

  /** Removes an article from every language. References to it are broken until someone corrects them. */
  remove({ number, kind, ids }: Row): void {
    this.#change((parts, language) => {
      const left = parts.filter(({ id }) => id !== ids[language]);
      if (kind !== "article" || left.length === parts.length) return left;
      return renumber(left, (old) => (old === number ? null : old > number ? old - 1 : old));
    });
  }

  #change(change: (parts: DraftPart[], language: string) => DraftPart[]): void {
    this.flush();
    for (const language of this.languages)
      this.#put(language, change(this.parts(language), language));
    this.#align();
    this.#tell(this.languages);
  }

  #id(): string {
    this.#last += 1;
    return `part-${this.#last}`;
  }

  #read(text: string, before: DraftPart[]): DraftPart[] {
    const left = [...before];
    const parts = partsOf(text).map((part): DraftPart | Part => {
      const at = left.findIndex((old) => old.markdown === part.markdown && old.kind === part.kind);
      return at < 0 ? part : (left.splice(at, 1)[0] ?? part);
    });
    const asMany = parts.length === before.length;
    return parts.map((part, at) => {
      if ("id" in part) return part;
      const old = before[at];
      // A part with changed words in its old place is the same part.
      const kept = asMany && old && left.includes(old) ? old.id : this.#id();
      return { ...part, id: kept };
    });
  }

  #put(language: string, parts: DraftPart[]): void {
    this.#texts.set(language, parts);
    const headings = parts
      .filter(({ kind }) => kind === "article")
      .map((one) => this.#headingOf(one));
    const known = this.#readings.get(language);
    if (known && known.headings.join("\n") === headings.join("\n")) return;
    this.#readings.set(language, { language, headings, articleOf: slugsOf(headings) });
  }

  /** Cached by part object; a changed part is a new object. */
  #headingOf(part: DraftPart): string {
    const known = this.#headings.get(part);
    if (known !== undefined) return known;
    const heading = headingOf(part.markdown);
    this.#headings.set(part, heading);
    return heading;
  }

  #align(): void {
    const rows: Row[] = [];
    for (const kind of ["head", "article", "annex"] as const) {
      const columns = this.languages.map((language) =>
        this.parts(language).filter((part) => part.kind === kind),
      );
      const count = Math.max(...columns.map((column) => column.length));
      for (let at = 0; at < count; at++) {
        const ids = this.languages.map((language, column) => [language, columns[column]?.[at]?.id]);
        const first = ids.find(([, id]) => id)?.[1] ?? `${kind}-${at}`;
        const row = { id: first, kind, number: at + 1, ids: Object.fromEntries(ids) };
        const known = this.#rows.find((one) => one.id === first);
        rows.push(known && JSON.stringify(known) === JSON.stringify(row) ? known : row);
      }
    }
    this.#rows = rows;
  }

  #tell(written: string[]): void {
    for (const language of written) for (const listener of this.#written) listener(language);
    for (const listener of this.#listeners) listener();
  }
}
