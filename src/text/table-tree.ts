import type { CompileContext, Extension } from "mdast-util-from-markdown";

type Token = Parameters<CompileContext["exit"]>[0];

/**
 * Tables for the Markdown parser: the reading half of the package `mdast-util-gfm-table`. Its writing half would add
 * fifty modules.
 */
export const tableTree: Extension = {
  enter: {
    table(token) {
      const align = (token._align ?? []).map((side) => (side === "none" ? null : side));
      this.enter({ type: "table", align, children: [] }, token);
      this.data.inTable = true;
    },
    tableRow(token) {
      this.enter({ type: "tableRow", children: [] }, token);
    },
    tableHeader: enterCell,
    tableData: enterCell,
  },
  exit: {
    table(token) {
      this.exit(token);
      this.data.inTable = undefined;
    },
    tableRow: leave,
    tableHeader: leave,
    tableData: leave,
    codeText(token) {
      const text = this.resume();
      const node = this.stack.at(-1);
      if (node?.type !== "inlineCode") throw new Error("code stands outside its element");
      // Within a table, code writes a bar as \|.
      const bar = (whole: string, sign: string) => (sign === "|" ? sign : whole);
      node.value = this.data.inTable ? text.replace(/\\([\\|])/g, bar) : text;
      this.exit(token);
    },
  },
};

function enterCell(this: CompileContext, token: Token): void {
  this.enter({ type: "tableCell", children: [] }, token);
}

function leave(this: CompileContext, token: Token): void {
  this.exit(token);
}

declare module "mdast-util-from-markdown" {
  interface CompileData {
    inTable?: boolean | undefined;
  }
}
