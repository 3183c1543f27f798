import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, circulate, draft, openForSigning } from "#tests/support/scenario.ts";
import { breach, type Operation, operations, schemas } from "./contract.ts";
import { spoilt, strange, valuesOf } from "./from-schema.ts";

let office: Office;
const agreements: string[] = [];
const secrets: string[] = [];
const said: string[] = [];
const perOperation = trials({ short: 10, long: 600 });
let asked = 0;
let answered = 0;
const surprises: string[] = [];

beforeAll(async () => {
  for (const name of ["error", "warn", "log"] as const) {
    vi.spyOn(console, name).mockImplementation((...words) => void said.push(words.join(" ")));
  }
  office = await openOffice();
  const [own, settled, signing] = [await draft(office), await draft(office), await draft(office)];
  agreements.push(await draft(office), own, settled, signing);
  await circulate(office, own);
  await bringToOriginal(office, settled);
  await openForSigning(office, signing);
  const keys = await office.db.selectFrom("api_keys").select("digest").execute();
  secrets.push(...keys.map(({ digest }) => digest), process.env.PATH ?? "no path");
});
afterAll(async () => {
  await office.close();
  vi.restoreAllMocks();
  console.info(
    `${operations.length} operations × ${perOperation}: ${asked} requests, ${answered} taken, ${surprises.length} surprises`,
  );
});

const actors = ["anyone", "KZ", "US", "legal-officer", "second", "archivist", "secretariat"];

function sender(actor: string) {
  if (actor === "anyone") return office.anyone.send;
  if (actor === "second") return office.as("legal-officer", null, 1).send;
  if (actor.length === 2) return office.as("representative", actor).send;
  return office.as(actor).send;
}

type Wanted = { actor: string; path: string; headers: Record<string, string>; body: unknown };

/** A value as it can stand in an address. */
function asText(value: unknown): string {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.toWellFormed();
}

/** Requests to an operation: as the contract says, or with something in them spoilt. */
function requestsTo({ path, parameters, body }: Operation): fc.Arbitrary<Wanted> {
  const known = fc.constantFrom(...agreements);
  const value = ({ name, in: where, schema }: Operation["parameters"][number]) => {
    const good = valuesOf(schema, schemas).map(asText);
    if (where === "path" && name === "id") return fc.oneof(known, known, good);
    return fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: strange.map(asText) });
  };
  const filled = fc.record(Object.fromEntries(parameters.map((one) => [one.name, value(one)])), {
    requiredKeys: parameters
      .filter((one) => one.in === "path" || one.required)
      .map((one) => one.name),
  });
  const [type = "", schema = {}] = body[0] ?? [];
  const good = type.endsWith("json")
    ? valuesOf(schema, schemas)
    : fc.constantFrom("%PDF-1.7 x", "# A\n\nB.\n\n## C\n\nD.");
  const bodies = fc.oneof(
    { weight: 4, arbitrary: good },
    { weight: 4, arbitrary: good.chain(spoilt) },
    { weight: 1, arbitrary: fc.constantFrom("{", "[[[[", "\u0000", "null", '{"a":1,"a":2}') },
  );
  const extra = fc.constantFrom(
    "",
    "",
    "",
    "",
    "unasked=1",
    "limit=0",
    "cursor=x",
    "limit=1&limit=2",
  );
  return fc
    .record({
      actor: fc.constantFrom(...actors),
      filled,
      bodies,
      extra,
      version: fc.constantFrom('"1"', '"3"', '"x"', "*", '"3"'),
    })
    .map(({ actor, filled, bodies, extra, version }) => {
      const inPath = (name: string) => encodeURIComponent(asText(filled[name] ?? ""));
      const query = new URLSearchParams(extra);
      for (const { name, in: where } of parameters) {
        if (where === "query" && filled[name] !== undefined) query.set(name, asText(filled[name]));
      }
      const to = path.replaceAll(/\{(\w+)\}/g, (_, name) => inPath(name));
      const search = query.size > 0 ? `?${query}` : "";
      return {
        actor,
        path: `${to}${search}`,
        headers: { "If-Match": version, ...(type && { "Content-Type": type }) },
        body: body.length > 0 ? bodies : undefined,
      };
    });
}

test.each(operations.map((one): [string, Operation] => [one.name, one]))(
  "%s keeps to its contract, whatever it is asked",
  async (name, operation) => {
    const { method } = operation;
    await fc.assert(
      fc.asyncProperty(requestsTo(operation), async (wanted) => {
        const { actor, path, headers, body } = wanted;
        const answer = await sender(actor)(method, path, body, headers).catch((error: Error) => {
          // Some strange values are no address or header at all; the client's own library refuses them.
          if (/Invalid|Headers|URL|URI/.test(String(error))) return null;
          throw error;
        });
        if (!answer) return;
        asked++;
        if (answer.ok) answered++;
        const found = await breach(operation, answer, secrets);
        if (found) surprises.push(`${name}: ${found}`);
        expect(found).toBeNull();
      }),
      { numRuns: perOperation, seed: 20261123, endOnFailure: true },
    );
  },
);

test("nothing of the inside was logged, and nothing failed unexpectedly", () => {
  expect(said.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
  expect(said.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
