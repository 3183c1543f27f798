import type { Heading, Link, PhrasingContent } from "mdast";
import type { Inline } from "./articles.ts";
import { withoutIsolates } from "./isolate.ts";
import { hiddenIn } from "./policy.ts";
import { fault, plain, type Reading } from "./reading.ts";
import { formOfReference } from "./reference-forms.ts";
import { slugOf } from "./slug.ts";

type Face = { bold?: boolean; italic?: boolean };

/** The words of a paragraph, a heading or a cell, with their faces and references. */
export function readInlines(nodes: PhrasingContent[], reading: Reading, face: Face = {}): Inline[] {
  return nodes.flatMap((node) => readInline(node, reading, face));
}

/** The words of a title or an article's heading, on one line. */
export function readHeading(node: Heading, reading: Reading): string {
  const words = readInlines(node.children, reading).map((inline) => {
    if (inline.kind === "reference") fault(reading, node, "a reference within a heading");
    return inline.kind === "text" ? inline.text : " ";
  });
  return words.join("").trim();
}

function readInline(node: PhrasingContent, reading: Reading, face: Face): Inline[] {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "html":
      return [printed(node.value, node, reading, face)];
    case "strong":
      return readInlines(node.children, reading, { ...face, bold: true });
    case "emphasis":
      return readInlines(node.children, reading, { ...face, italic: true });
    case "break":
      return [{ kind: "break" }];
    case "link":
      return readLink(node, reading, face);
    case "image":
    case "imageReference":
      fault(reading, node, "an image; an instrument holds words and tables");
      return [];
    default:
      fault(reading, node, `something that an instrument cannot hold (${node.type})`);
      return [];
  }
}

function readLink(node: Link, reading: Reading, face: Face): Inline[] {
  const { url } = node;
  if (url.startsWith("#")) {
    const article = reading.articleOf(slugOf(decode(url.slice(1))));
    if (typeof article === "number") {
      const form = formOfReference(plain(node), reading.language);
      return [{ kind: "reference", article, ...(form !== undefined && { form }) }];
    }
    const detail = article
      ? `a reference to a heading that several articles have; write #article-3 (${url})`
      : `a reference to an article that is not there (${url})`;
    fault(reading, node, detail);
    return [];
  }
  if (!/^(https?:\/\/|mailto:)/i.test(url)) {
    fault(reading, node, `a link that is neither a web address nor an article (${url})`);
    return [];
  }
  const words = readInlines(node.children, reading, face);
  const address = url.replace(/^mailto:/i, "");
  if (plain(node) === address || plain(node) === url) return words;
  return [...words, printed(` (${address})`, node, reading, face)];
}

/**
 * Text on one line. The text policy saw character references such as `&#x202e;` only as letters, so it must check the
 * printed text again.
 */
function printed(value: string, node: PhrasingContent, reading: Reading, face: Face): Inline {
  const text = oneLine(value.normalize("NFC"));
  const said = reading.isolates ? withoutIsolates(text) : text;
  const [hidden] = hiddenIn(said, { kind: "body", language: reading.language });
  if (hidden) fault(reading, node, hidden.detail);
  return { kind: "text", text, ...face };
}

/** Not with a pattern: `\s*\n` takes time quadratic in the number of spaces. */
function oneLine(text: string): string {
  const lines = text.split("\n");
  return lines
    .map((line, index) => (index > 0 ? line.trimStart() : line))
    .map((line, index) => (index < lines.length - 1 ? line.trimEnd() : line))
    .join(" ");
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
