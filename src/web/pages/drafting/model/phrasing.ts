import type { PhrasingContent } from "mdast";
import type { EditorMark, EditorNode } from "./editor-document.ts";

type How = { oneLine?: boolean };

/** Converts the editor's words to Markdown with as few marks as possible. */
export function phrasing(nodes: EditorNode[] = [], how: How = {}): PhrasingContent[] {
  const trimmed = trimmedEnds(nodes.flatMap(withMarksInside));
  return grouped(trimmed, ["link", "bold", "italic"], how);
}

function grouped(nodes: EditorNode[], kinds: EditorMark["type"][], how: How): PhrasingContent[] {
  const [kind, ...others] = kinds;
  if (!kind) return nodes.flatMap((node) => leaf(node, how));
  const out: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const mark = markOf(nodes[at], kind);
    let end = at + 1;
    while (end < nodes.length && sameMark(markOf(nodes[end], kind), mark)) end++;
    const children = grouped(nodes.slice(at, end), others, how);
    if (!mark) out.push(...children);
    else if (kind === "link") {
      out.push({ type: "link", url: String(mark.attrs?.href ?? ""), children: children as never });
    } else out.push({ type: kind === "bold" ? "strong" : "emphasis", children });
    at = end;
  }
  return mergedText(out);
}

const markOf = (node: EditorNode | undefined, kind: EditorMark["type"]) =>
  node?.marks?.find(({ type }) => type === kind);

const sameMark = (a?: EditorMark, b?: EditorMark) =>
  a?.type === b?.type && a?.attrs?.href === b?.attrs?.href;

function leaf({ type, text = "", attrs }: EditorNode, { oneLine }: How): PhrasingContent[] {
  if (type === "text") return [{ type: "text", value: text }];
  if (type === "hardBreak") return [oneLine ? { type: "text", value: " " } : { type: "break" }];
  if (type !== "reference") return [];
  const target = String(attrs?.target ?? "");
  const words = String(attrs?.words || target);
  return [{ type: "link", url: `#${target}`, children: [{ type: "text", value: words }] }];
}

/** Moves spaces at the edges of bold and italic text outside, because Markdown cannot express them inside. */
function withMarksInside(node: EditorNode): EditorNode[] {
  const marks = node.marks?.filter(({ type }) => type !== "link") ?? [];
  const text = node.text ?? "";
  const words = text.trim();
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = words === "" ? "" : text.slice(text.trimEnd().length);
  if (marks.length === 0 || node.type !== "text" || (before === "" && after === "")) return [node];
  const link = node.marks?.filter(({ type }) => type === "link") ?? [];
  const bare = (text: string): EditorNode[] =>
    text === "" ? [] : [{ type: "text", text, marks: link }];
  return [...bare(before), ...(words === "" ? [] : [{ ...node, text: words }]), ...bare(after)];
}

/** Drops spaces and breaks at the ends of a paragraph, which do not print. */
function trimmedEnds(nodes: EditorNode[]): EditorNode[] {
  const kept = [...nodes];
  const blank = (node?: EditorNode) =>
    node?.type === "hardBreak" || (node?.type === "text" && node.text?.trim() === "");
  while (blank(kept.at(-1))) kept.pop();
  while (blank(kept[0])) kept.shift();
  const first = kept[0];
  if (first?.text) kept[0] = { ...first, text: first.text.trimStart() };
  const last = kept.at(-1);
  if (last?.text) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}

function mergedText(nodes: PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === "text" && last?.type === "text") {
      out[out.length - 1] = { type: "text", value: last.value + node.value };
    } else out.push(node);
  }
  return out;
}
