import type { Flags, Piece } from "./word-blocks.ts";

/** Fields that print nothing, such as index entries and settings. */
const silent = /^(XE|TC|TA|RD|SET|PRIVATE|ASK|FILLIN|ADVANCE)$/;

type Field = { code: string; showing: boolean; shown: boolean; dropped: boolean };

/**
 * The fields open at a position in the document (ISO 29500-1, 17.16). A field has a code, then a result; only the
 * result is printed. Fields can span paragraphs and can be nested.
 */
export type Fields = {
  begin: () => void;
  code: (words: string) => void;
  isOpen: () => boolean;
  /** Called at the start of a field's result. Returns what replaces the field. */
  separate: () => Piece[];
  end: () => Piece[];
  /** Whether words at this position are printed. */
  isShown: () => boolean;
  /** The target of the words in a result. */
  flags: () => Pick<Flags, "href" | "target">;
};

export function newFields(): Fields {
  const open: Field[] = [];
  const top = () => open.at(-1);
  return {
    begin: () => {
      open.push({ code: "", showing: false, shown: false, dropped: false });
    },
    code: (words) => {
      const field = top();
      if (field) field.code += words;
    },
    isOpen: () => open.length > 0,
    separate: () => {
      const field = top();
      if (!field) return [];
      field.showing = true;
      field.shown = true;
      field.dropped = kindOfField(field.code) === "TOC";
      return field.dropped ? [lost("contents", field.code)] : [];
    },
    end: () => {
      const field = open.pop();
      if (!field || field.shown || silent.test(kindOfField(field.code))) return [];
      return [lost("field", field.code)];
    },
    isShown: () => open.every(({ showing, dropped }) => showing && !dropped),
    flags: () => linkOf(open.findLast(({ showing }) => showing)?.code ?? ""),
  };
}

export const kindOfField = (code: string) => /^\s*(\S+)/.exec(code)?.[1]?.toUpperCase() ?? "";

/** A reference points to a bookmark; a hyperlink to an address or, with `\l`, to a bookmark. */
export function linkOf(code: string): Pick<Flags, "href" | "target"> {
  const kind = kindOfField(code);
  const [first = ""] = /"[^"]*"|\S+/.exec(code.trim().slice(kind.length)) ?? [];
  const named = first.replaceAll('"', "");
  if (kind === "REF" && named) return { target: named };
  if (kind !== "HYPERLINK") return {};
  const [, target] = /\\l\s+"?([^"\s]+)"?/.exec(code) ?? [];
  if (target) return { target };
  return named && !named.startsWith("\\") ? { href: named } : {};
}

function lost(what: "contents" | "field", code: string): Piece {
  return { kind: "lost", what, words: code.trim(), changes: [] };
}
