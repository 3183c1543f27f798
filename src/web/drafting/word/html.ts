/** HTML as mammoth writes it, read without a browser: elements, their attributes, text. */
export type Html = {
  tag: string;
  attributes: Record<string, string>;
  children: Html[];
  text: string;
};

const empty = new Set(["br", "img", "hr"]);

export function readHtml(html: string): Html[] {
  const root: Html = { tag: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [token, closing, tag = "", given = ""] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/gi,
  )) {
    const within = open.at(-1) ?? root;
    if (!tag) {
      within.children.push({ tag: "", attributes: {}, children: [], text: unescaped(token) });
    } else if (closing) {
      const at = open.findLastIndex((one) => one.tag === tag);
      if (at > 0) open.length = at;
    } else {
      const attributes = Object.fromEntries(
        [...given.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name = "", value = ""]) => {
          return [name, unescaped(value)];
        }),
      );
      const element: Html = { tag, attributes, children: [], text: "" };
      within.children.push(element);
      if (!empty.has(tag)) open.push(element);
    }
  }
  return root.children;
}

const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", nbsp: "\u00a0" };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return signs[name] ?? whole;
  });
}
