/** One language version of an instrument, as articles. The article numbers are ours, not the author's. */
export type Text = {
  language: string;
  title: string;
  preamble: Block[];
  articles: Article[];
  /** The parts after the articles, each under a heading of the first level. */
  annexes: Annex[];
};

export type Annex = { number: number; heading: string; blocks: Block[] };

export type Article = { number: number; heading: string; slug: string; blocks: Block[] };

export type Block =
  | { kind: "paragraph"; inlines: Inline[] }
  | { kind: "list"; ordered: boolean; start: number; items: Block[][] }
  | { kind: "table"; header: Inline[][]; rows: Inline[][][] }
  | { kind: "heading"; inlines: Inline[] }
  | { kind: "quote"; blocks: Block[] };

export type Inline =
  | { kind: "text"; text: string; bold?: boolean; italic?: boolean }
  /** A reference to an article; `form` is how its words are declined (`reference-forms.ts`). */
  | { kind: "reference"; article: number; form?: string }
  | { kind: "break" };
