import type { Safeguards } from "#workflows/safeguards.ts";
import type { Api } from "./api.ts";
import { problems } from "./contract.ts";
import { safeguardWords } from "./guarded.ts";
import { isOpen } from "./open-routes.ts";
import { operationId } from "./operation-id.ts";

const root = "/api/v1";

const tags: Record<string, string> = {
  Service: "What a client must know before anybody signs in",
  Session: "Signing in, confirming that it is oneself, and signing out",
  "Own account": "One's own sessions, passkeys and API keys",
  People: "The accounts of others, for the secretariat",
  Reference: "Parties, templates and people that agreements refer to",
  Agreements: "Agreements: lists, descriptions, and who is to act",
  Reading: "What each person has read, and saved filters",
  Texts: "The authentic texts and their versions",
  Comments: "Threads on the articles of a text",
  Acts: "What moves an agreement on: each act is a resource, and stays on record",
  Files: "PDFs of an agreement",
  Evidence: "The evidence of every act, its log and its proofs",
  Ceremonies: "Signing ceremonies and their run sheets",
  Desk: "Papers in and out, what each State is to do, and domestic procedures",
  Register: "The public register, open to everybody",
  Operation: "Jobs and keys, for those who run the service",
};

type Media = { schema?: { properties?: Record<string, unknown> } };
type Operation = {
  tags?: string[];
  summary?: string;
  parameters?: { name: string }[];
  "x-safeguards"?: Record<string, Safeguards>;
  requestBody?: { content?: Record<string, Media> };
  responses: Record<string, { description: string; content?: Record<string, Media> }>;
};

/** The contract as OpenAPI 3.1, generated from the routes. */
export function contract(app: Api) {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Depositary",
      version: "1",
      description:
        "Keeps an international cooperation agreement from the first draft to the sealed PDF and after.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/", description: "The service that answers with this contract" }],
    security: [{ key: [] }, { session: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  });
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => [
        method,
        complete(method.toUpperCase(), path, operation),
      ]),
    ),
  ]);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, securitySchemes },
  };
}

const securitySchemes = {
  key: {
    type: "http",
    scheme: "bearer",
    description: "An API key of a person, made by `POST /api/v1/keys`",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "depositary-session",
    description:
      "The session of a browser, opened by `POST /api/v1/session`; over TLS its name begins with `__Host-`",
  },
};

/** Adds what applies to every route, so that routes need not repeat it. */
function complete(method: string, path: string, operation: Operation) {
  const { content } = operation.responses["200"] ?? {};
  const lists = "items" in (content?.["application/json"]?.schema?.properties ?? {});
  const open = isOpen(method, path);
  const given = Object.keys(operation.responses).map(Number);
  const own = given.filter((status) => status >= 400 && status !== 416);
  const { responses } = operation;
  const answers = Object.entries(responses).filter(([status]) => !own.includes(Number(status)));
  return {
    ...operation,
    operationId: operationId(method, path.slice(root.length), lists),
    description: describe(operation, open),
    ...(open && { security: [] }),
    responses: {
      ...Object.fromEntries(answers),
      ...(method === "GET" && content && { 304: responses["304"] ?? { description: "Unchanged" } }),
      ...inContract(own, [...always, ...(method === "GET" ? [] : written), ...ofBody(operation)]),
    },
  };
}

/** Any route can meet an unknown API key, an invalid address, too many requests or an unavailable service. */
const always = [400, 401, 429, 503];
/** A request from another site, a read-only key, a body that is not accepted. */
const written = [403, 413, 415];
const ofBody = ({ requestBody }: Operation) => (requestBody ? [422] : []);

/** The problems as the contract shows them, with their schema as a component. */
function inContract(...statuses: number[][]) {
  const schema = { $ref: "#/components/schemas/Problem" };
  return Object.fromEntries(
    Object.entries(problems(...statuses.flat())).map(([status, { description }]) => [
      status,
      { description, content: { "application/problem+json": { schema } } },
    ]),
  );
}

function describe(operation: Operation, open: boolean): string {
  const { summary = "", parameters = [] } = operation;
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  return [
    `${summary}.`,
    open ? "Nobody has to sign in." : "For a person who is signed in, or an API key.",
    has("if-match") && "Send If-Match with the version that was seen.",
    safeguardWords(operation["x-safeguards"]),
    has("idempotency-key") && "With an Idempotency-Key it is done once, however often it is sent.",
  ]
    .filter(Boolean)
    .join(" ");
}
