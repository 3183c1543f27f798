/** The editor's document (ProseMirror) as JSON. */
export type EditorNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: EditorNode[];
  text?: string;
  marks?: EditorMark[];
};

export type EditorMark = { type: "bold" | "italic" | "link"; attrs?: Record<string, unknown> };

export type EditorDocument = { type: "doc"; content: EditorNode[] };

/** The level of a part's own heading: `#` for the text's title and an annex, `##` for an article. */
export const headingLevel = { head: 1, article: 2, annex: 1 } as const;

/** The highest level that a heading within a part may have without beginning another part. */
export const innerLevel = { head: 3, article: 3, annex: 2 } as const;
