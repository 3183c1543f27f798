import { join } from "node:path";
import type { Plugin } from "rolldown";

/** What a route says only in the contract, which the Worker has as a file. */
const saidInContract = new Set(["description", "responses", "summary", "tags"]);
/** The methods by which a schema says something only in the contract. */
const noting = new Set(["describe", "meta", "openapi"]);

type Node = { type: string; start: number; end: number; [key: string]: unknown };
/** What stands in its place comes after the ends of its lines. */
type Cut = { start: number; end: number; instead: string };

/**
 * Takes from the sources what only the contract reads: what routes and schemas say of themselves, and all answers. The
 * router checks requests alone. A schema that only answers have is then used by nothing, and is left out.
 */
export const withoutContract = (root: string): Plugin => ({
  name: "without-contract",
  transform(code, id) {
    if (!id.startsWith(join(root, "src")) || !id.endsWith(".ts")) return null;
    if (!/createRoute|summary:|\.(?:describe|meta|openapi)\(/.test(code)) return null;
    const cuts: Cut[] = [];
    visit(this.parse(code, { lang: "ts" }), (node) => cuts.push(...cutsOf(node, code)));
    return cutOut(code, cuts);
  },
});

function visit(node: unknown, each: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, each);
  if (typeof node !== "object" || node === null || !("type" in node)) return;
  each(node as Node);
  for (const value of Object.values(node)) visit(value, each);
}

function cutsOf(node: Node, code: string): Cut[] {
  if (node.type === "Property") return cutsOfSummary(node);
  if (node.type !== "CallExpression") return [];
  const callee = node.callee as Node;
  const [given, ...others] = node.arguments as Node[];
  if (callee.type === "Identifier" && callee.name === "createRoute") return cutsOfRoute(given);
  if (callee.type !== "MemberExpression" || !noting.has(nameOf(callee.property))) return [];
  // A router has a method of this name too, with a route and what answers it.
  const isRoute = others.some(({ type }) => type !== "ObjectExpression");
  if (isRoute || !given) return [];
  const { end } = callee.object as Node;
  // The ends of lines go before a bracket, for some words may not begin a line.
  return code[end - 1] === ")"
    ? [{ start: end - 1, end: node.end, instead: ")" }]
    : [{ start: end, end: node.end, instead: "" }];
}

/** The table of a resource that makes a route of it later. */
function cutsOfSummary({ key, value }: Node): Cut[] {
  const { type, start, end } = value as Node;
  return nameOf(key) === "summary" && type === "Literal" ? [{ start, end, instead: '""' }] : [];
}

function cutsOfRoute(route: Node | undefined): Cut[] {
  if (route?.type !== "ObjectExpression") return [];
  return (route.properties as Node[]).flatMap(({ start, end, key }) => {
    const name = nameOf(key);
    return saidInContract.has(name) ? [{ start, end, instead: `${name}: 0` }] : [];
  });
}

const nameOf = (node: unknown) => String((node as { name?: unknown } | undefined)?.name ?? "");

/** Lines keep their numbers, which the source map names. */
function cutOut(code: string, cuts: Cut[]): string {
  let kept = "";
  let at = 0;
  for (const { start, end, instead } of cuts.sort((a, b) => a.start - b.start || b.end - a.end)) {
    // Within what is cut already.
    if (start < at) continue;
    kept += code.slice(at, start) + code.slice(start, end).replace(/[^\n]/g, "") + instead;
    at = end;
  }
  return kept + code.slice(at);
}
