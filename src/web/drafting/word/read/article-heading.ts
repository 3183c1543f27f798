import { formsOf } from "../../../../text/forms.ts";
import type { EditorNode } from "../../model/editor-document.ts";

/**
 * An article's heading without its typed number (`Article 1. Scope`), if that is the number that we print before it and a
 * name is left; and the typed number, if there is one.
 */
export function articleHeading(
  content: EditorNode[],
  language: string,
  number: number,
): { kept: EditorNode[]; typed: string | undefined } {
  const [first, ...rest] = content;
  const text = first?.type === "text" ? (first.text ?? "") : "";
  const found = patternOf(language).exec(text);
  if (!first || !found) return { kept: content, typed: undefined };
  const [whole, typed = "", digits = ""] = found;
  const left = text.slice(whole.length);
  const named = left.trim() !== "" || rest.length > 0;
  if (Number(digits) !== number || !named) return { kept: content, typed };
  return { kept: left === "" ? rest : [{ ...first, text: left }, ...rest], typed };
}

/** The language's own way to head an article, with any number and the signs that part it from the name. */
function patternOf(language: string): RegExp {
  const sample = 77;
  const [before = "", after = ""] = formsOf(language).article(sample).split(String(sample));
  return new RegExp(`^\\s*(${loose(before)}(\\d{1,5})${loose(after)})\\s*(?:[.:–—-]\\s*)?`, "iu");
}

const loose = (text: string) =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
