import fc from "fast-check";

/** As much of JSON Schema as the contract uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};
export type Schemas = Record<string, Schema>;

const made = new WeakMap<Schema, fc.Arbitrary<unknown>>();

/** Values that the schema takes. */
export function valuesOf(schema: Schema, named: Schemas): fc.Arbitrary<unknown> {
  const values = made.get(schema) ?? newValuesOf(schema, named);
  made.set(schema, values);
  return values;
}

function newValuesOf(schema: Schema, named: Schemas): fc.Arbitrary<unknown> {
  const of = (inner: Schema) => valuesOf(inner, named);
  if (schema.$ref) return of(named[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map(of));
  const types = [schema.type ?? []].flat();
  if (types.length > 1) return fc.oneof(...types.map((type) => of({ ...schema, type })));
  switch (types[0]) {
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return fc.integer({
        min: Math.max(schema.minimum ?? -5, -1e9),
        max: Math.min(schema.maximum ?? 50, 1e9),
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(of(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case "object":
      return objectOf(schema, of);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectOf(schema: Schema, of: (inner: Schema) => fc.Arbitrary<unknown>) {
  const { properties = {}, required = [], additionalProperties } = schema;
  const own = fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, of(inner)])),
    { requiredKeys: required.filter((key) => key in properties) },
  );
  if (typeof additionalProperties !== "object") return own;
  const keys = schema.propertyNames ? of(schema.propertyNames) : fc.constantFrom("en", "ru", "ar");
  return fc
    .array(fc.tuple(keys, of(additionalProperties)), { maxLength: 3 })
    .map((entries) => Object.fromEntries(entries));
}

const formats: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid(),
  email: fc.constantFrom("a@b.example", "officer@hub.example"),
  date: fc.constantFrom("2026-11-23", "2024-02-29", "1979-12-28"),
  "date-time": fc.constantFrom("2026-11-23T10:00:00Z", "2027-01-10T09:00:00+05:00"),
};

function textOf({ format, pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format && formats[format]) return formats[format];
  if (pattern) return fc.stringMatching(new RegExp(pattern), { size: "small" });
  const longest = Math.max(minLength, Math.min(maxLength, 40));
  return fc.oneof(
    fc.string({ minLength, maxLength: longest }),
    fc.string({ minLength, maxLength: longest, unit: "grapheme" }),
  );
}

const nested = (depth: number): unknown => (depth === 0 ? 0 : [nested(depth - 1)]);

/** What no schema asks for. */
export const strange: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  null,
  -1,
  1e308,
  "",
  "\u0000",
  "\ud800",
  "\u202egnirts",
  "{{place}} ${x} <script>",
  "' OR 1=1; DROP TABLE agreements --",
  "x".repeat(20_000),
  nested(40),
  {},
  [],
  { __proto__: null, constructor: "x" },
  true,
);

/** A value with one of its parts, wherever it lies, replaced, left out or added. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== "object" || value === null) return strange;
  const keys = Object.keys(value);
  const own = value as Record<string, unknown>;
  const put = (key: string, part: unknown) =>
    Array.isArray(value)
      ? value.map((one, index) => (String(index) === key ? part : one))
      : { ...own, [key]: part };
  const added = strange.map((part) => put("unasked", part));
  if (keys.length === 0) return fc.oneof(strange, added);
  const key = fc.constantFrom(...keys);
  return fc.oneof(
    strange,
    added,
    key.chain((one) => strange.map((part) => put(one, part))),
    key.chain((one) => spoilt(own[one]).map((part) => put(one, part))),
    key.map((one) => Object.fromEntries(Object.entries(own).filter(([name]) => name !== one))),
  );
}
