import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languagesOf } from "#src/text/languages.ts";
import { clientKinds, clientTable } from "./client-table.ts";
import { letterWords } from "./letter-words.ts";

/**
 * `npm run web:types`: turns docs/openapi.json into the types that Hono's client takes (its `Schema`), and extracts
 * from the table of acts the part that the app needs, and from the letters what each is about.
 */

type Shape = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: boolean | Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
};
type Content = Record<string, { schema?: Shape }>;
type Operation = {
  parameters?: { name: string; in: string; required?: boolean; schema?: Shape }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};
type Contract = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Shape> };
};

const root = join(import.meta.dirname, "../..");
const { paths, components }: Contract = JSON.parse(
  readFileSync(join(root, "docs/openapi.json"), "utf8"),
);
const text = [
  "// Made by `npm run web:types` from docs/openapi.json; a test compares them.",
  ...Object.entries(components.schemas).map(
    ([name, shape]) => `export type ${name} = ${typeOf(shape)};`,
  ),
  "export type Contract = {",
  ...Object.entries(paths)
    .filter(([path]) => path.startsWith("/api/v1/"))
    .map(([path, operations]) => `${JSON.stringify(routeOf(path))}: {${methodsOf(operations)}};`),
  "};",
  "",
].join("\n");
keep("src/web/api/contract.d.ts", text);
keep("src/web/acts/table.ts", clientTable());
keep("src/web/api/desk-kinds.ts", clientKinds());
for (const language of languagesOf("interface")) {
  keep(`src/web/words/${language}/letters.json`, await letterWords(language));
}

/** Writes a file, or with `--check` reports whether it is out of date. */
function keep(file: string, content: string): void {
  const path = join(root, file);
  if (!process.argv.includes("--check")) writeFileSync(path, content);
  else if (readFileSync(path, "utf8") !== content) {
    console.error(`${file} is not up to date: npm run web:types`);
    process.exitCode = 1;
  }
}

/** In Hono's notation: `/agreements/:id`. */
function routeOf(path: string): string {
  return path.slice("/api/v1".length).replace(/\{(\w+)\}/g, ":$1");
}

function methodsOf(operations: Record<string, Operation>): string {
  return Object.entries(operations)
    .map(([method, operation]) => ` $${method}: ${endpointOf(operation)};`)
    .join("");
}

function endpointOf({ parameters = [], requestBody, responses }: Operation): string {
  const given = (where: string) => parameters.filter((parameter) => parameter.in === where);
  const json = requestBody?.content["application/json"]?.schema;
  const parts = [
    given("path").length > 0 &&
      `param: { ${given("path")
        .map(({ name }) => `${JSON.stringify(name)}: string`)
        .join("; ")} }`,
    given("query").length > 0 &&
      `query${given("query").some(({ required }) => required) ? "" : "?"}: { ${given("query")
        .map(({ name, required }) => `${JSON.stringify(name)}${required ? "" : "?"}: string`)
        .join("; ")} }`,
    json && `json: ${typeOf(json)}`,
  ];
  const [status = "200", answer] =
    Object.entries(responses).find(([code]) => /^2/.test(code)) ?? [];
  const body = answer?.content?.["application/json"]?.schema;
  const output = body ? typeOf(body) : answer?.content ? "Blob" : "undefined";
  const format = body ? "json" : "body";
  return `{ input: { ${parts.filter(Boolean).join("; ")} }; output: ${output}; outputFormat: "${format}"; status: ${status} }`;
}

function typeOf(shape: Shape): string {
  if (shape.$ref) return shape.$ref.split("/").at(-1) ?? "unknown";
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((one) => JSON.stringify(one)).join(" | ") || "never";
  const any = shape.anyOf ?? shape.oneOf;
  if (any) return any.map(typeOf).join(" | ");
  if (shape.allOf) return shape.allOf.map((one) => `(${typeOf(one)})`).join(" & ");
  const types = Array.isArray(shape.type) ? shape.type : [shape.type];
  return types.map((type) => oneType(type, shape)).join(" | ");
}

function oneType(type: string | undefined, shape: Shape): string {
  if (type === "array") return `(${typeOf(shape.items ?? {})})[]`;
  if (type === "object") return objectOf(shape);
  if (type === "integer" || type === "number") return "number";
  if (type === "string" || type === "boolean" || type === "null") return type;
  return "unknown";
}

function objectOf({ properties = {}, required = [], additionalProperties }: Shape): string {
  const fields = Object.entries(properties).map(
    ([name, shape]) =>
      `${JSON.stringify(name)}${required.includes(name) ? "" : "?"}: ${typeOf(shape)}`,
  );
  const open = typeof additionalProperties === "object" ? additionalProperties : null;
  if (fields.length === 0) return `Record<string, ${open ? typeOf(open) : "unknown"}>`;
  return `{ ${fields.join("; ")} }`;
}
