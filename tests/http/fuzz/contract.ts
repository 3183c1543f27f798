import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Schema, Schemas } from "./from-schema.ts";

type Content = Record<string, { schema: Schema }>;
type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Declared = {
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};
export type Operation = {
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: [type: string, schema: Schema][];
  responses: Declared["responses"];
};

const file = join(import.meta.dirname, "../../../docs/openapi.json");
const contract = JSON.parse(readFileSync(file, "utf8")) as {
  paths: Record<string, Record<string, Declared>>;
  components: { schemas: Schemas };
};

export const schemas = contract.components.schemas;

/** Every operation below /api/v1, as the contract declares it. */
export const operations: Operation[] = Object.entries(contract.paths)
  .filter(([path]) => path.startsWith("/api/v1/"))
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, declared]) => ({
      name: `${method.toUpperCase()} ${path.replace("/api/v1", "")}`,
      method: method.toUpperCase(),
      path: path.replace("/api/v1", ""),
      parameters: declared.parameters ?? [],
      body: Object.entries(declared.requestBody?.content ?? {}).map(
        ([type, { schema }]): [string, Schema] => [type, schema],
      ),
      responses: declared.responses,
    })),
  );

const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema({ $id: "contract", components: contract.components });

type Check = (value: unknown) => string | null;
const compiled = new Map<Schema, Check>();

function checkOf(schema: Schema): Check {
  const known = compiled.get(schema);
  if (known) return known;
  const own = JSON.parse(JSON.stringify(schema).replaceAll('"#/comp', '"contract#/comp')) as object;
  const validate = ajv.compile(own);
  const check: Check = (value) => (validate(value) ? null : ajv.errorsText(validate.errors));
  compiled.set(schema, check);
  return check;
}

/** What must never be in an answer or a log: the inside of the service. */
const inside =
  /\n\s+at |node_modules|\/src\/|select "|insert into|pg_|ECONN|syntax error at|kysely/i;

/** How an answer breaks the contract; null where it keeps it. */
export async function breach(
  { responses }: Operation,
  answer: Response,
  secrets: string[],
): Promise<string | null> {
  const { status } = answer;
  const declared = responses[String(status)];
  if (status >= 500 && !declared) return `${status}`;
  if (!declared) return `${status} is not declared`;
  const type = (answer.headers.get("Content-Type") ?? "").split(";")[0] ?? "";
  const text = type === "application/pdf" ? "" : await answer.text();
  if (secrets.some((secret) => text.includes(secret))) return "a secret is told";
  if (status >= 400 && inside.test(text)) return `the inside is told: ${text.slice(0, 200)}`;
  if (status >= 400 && type !== "application/problem+json") return `${status} is ${type}`;
  const schema = declared.content?.[type]?.schema;
  if (!declared.content) return text === "" || status >= 300 ? null : "a body is not declared";
  if (!schema) return `${type} is not declared`;
  if (!type.endsWith("json") || type === "application/x-ndjson") return null;
  const fault = checkOf(schema)(JSON.parse(text));
  return fault && `${status}: ${fault}`;
}
