import { createRoute, z } from "@hono/zod-openapi";
import { completeSignature, endPreparation } from "#src/agreements/signing/complete-signature.ts";
import {
  expectOpen,
  findPreparation,
  type Preparation,
  readPrepared,
  type ToSign,
} from "#src/agreements/signing/open-preparation.ts";
import { prepareSignature } from "#src/agreements/signing/prepare-signature.ts";
import type { PartyAnswer } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { type Api, acting, answer } from "../api/api.ts";
import {
  asked,
  body,
  byId,
  Done,
  digest,
  idempotencyKey,
  ifMatch,
  json,
  partyCode,
  problems,
  reservations,
  signingAct,
} from "../api/contract.ts";

const bytes = (most: number, description: string) =>
  z
    .base64()
    .min(4)
    .max(Math.ceil(most / 3) * 4)
    .openapi({ description, format: "byte" });
const file = z.string().regex(/^(common|[A-Z][A-Z0-9-]{1,15})$/);

const Announcement = z.strictObject({
  original: digest,
  as: signingAct.default("definitive"),
  binding: z.boolean(),
  reservations: reservations.default([]),
  certificate: bytes(8192, "The signatory's certificate, DER in base64"),
  chain: z.array(bytes(8192, "DER in base64")).max(8).default([]),
  digestAlgorithm: z.enum(["sha256", "sha384", "sha512"]).default("sha256"),
  pss: z
    .boolean()
    .default(false)
    .openapi({ description: "RSASSA-PSS in place of PKCS #1 v1.5; for RSA keys" }),
});

const Preparation_ = z
  .object({
    id: z.uuid(),
    party: partyCode,
    field: z.string().openapi({ example: "Party-KZ" }),
    until: z.iso.datetime().openapi({ description: "No other party can prepare one until then" }),
    holder: z
      .object({ name: z.string(), isSignatory: z.boolean() })
      .openapi({ description: "Whom the certificate names; whether by your name on record" }),
    consent: digest.openapi({
      description:
        "sha-256 of the statement of consent, which a whole CMS must carry as the signed attribute 2.25.91234238210165209141311697398601028916, an OCTET STRING",
    }),
    originals: z.array(
      z.object({
        original: file,
        file: digest.openapi({ description: "The file that the signature is added to" }),
        digest: z.string().openapi({ description: "Of the content, in lower-case hex" }),
        attributes: z.base64().openapi({
          description: "What the key signs: the signed attributes of the CMS, a DER SET, in base64",
        }),
      }),
    ),
  })
  .openapi("SignaturePreparation");

const prepare = createRoute({
  method: "post",
  path: "/agreements/{id}/signatures/preparations",
  tags: ["Acts"],
  summary: "Announce a signature by the party's own certificate; answers what its key has to sign",
  request: { params: byId, headers: ifMatch, ...body(Announcement) },
  responses: {
    201: { description: "To be answered within ten minutes", ...json(Preparation_) },
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 501, 502),
  },
});

const read = createRoute({
  method: "get",
  path: "/signatures/{id}",
  tags: ["Acts"],
  summary: "One's own preparation while it is open",
  request: { params: byId },
  responses: {
    200: { description: "The preparation", ...json(Preparation_) },
    ...problems(400, 401, 404, 409, 501, 502),
  },
});

const content = createRoute({
  method: "get",
  path: "/signatures/{id}/content",
  tags: ["Acts"],
  summary:
    "The document, for programs that make a whole CMS: the file without the signature's place",
  request: { params: byId, query: z.strictObject({ original: file.default("common") }) },
  responses: {
    200: {
      description: "The bytes that the CMS is over",
      content: {
        "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) },
      },
    },
    ...problems(400, 401, 404, 409, 501, 502),
  },
});

const made = { original: file.default("common") };
const Answers = z.strictObject({
  originals: z
    .array(
      z.union([
        z.strictObject({
          ...made,
          signature: bytes(
            2048,
            "Over the attributes: PKCS #1 or PSS, or an ECDSA pair, in base64",
          ),
        }),
        z.strictObject({
          ...made,
          cms: bytes(
            65_536,
            "A detached CMS in DER, base64: over the content with the attributes of PAdES and `consent`, or over the attributes without any of its own",
          ),
        }),
      ]),
    )
    .min(1)
    .max(200),
});

const complete = createRoute({
  method: "put",
  path: "/signatures/{id}/cms",
  tags: ["Acts"],
  summary: "Give the signature that the party's key has made; the consent is on record with it",
  request: { params: byId, headers: idempotencyKey, ...body(Answers) },
  responses: {
    201: { description: "On record", ...json(Done) },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422, 501, 502),
  },
});

const end = createRoute({
  method: "delete",
  path: "/signatures/{id}",
  tags: ["Acts"],
  summary: "Give a preparation up, so that another party can sign",
  request: { params: byId },
  responses: { 204: { description: "It is over" }, ...problems(400, 401, 404) },
});

/** Routes for deferred signing: a party's key signs outside, and we never hold it. */
export function signatures(api: Api): void {
  api.openapi(prepare, async (c) => {
    const { id } = c.req.valid("param");
    const { certificate, chain, digestAlgorithm, pss, ...consent } = c.req.valid("json");
    const prepared = await prepareSignature(c.get("ctx"), await asked(c, id, acting(c)), {
      ...consent,
      certificate: decode(certificate),
      chain: chain.map(decode),
      form: { digest: digestAlgorithm, pss },
    });
    c.header("Location", `/api/v1/signatures/${prepared.id}`);
    return c.json(shown(prepared, prepared.files), 201);
  });
  api.openapi(read, async (c) => {
    const preparation = await openOne(c.get("ctx"), c.req.valid("param").id, acting(c));
    const { request, files } = await readPrepared(c.get("ctx"), preparation, acting(c));
    return c.json(shown({ ...preparation, field: request.field }, files), 200);
  });
  api.openapi(content, async (c) => {
    const preparation = await openOne(c.get("ctx"), c.req.valid("param").id, acting(c));
    const { files } = await readPrepared(c.get("ctx"), preparation, acting(c));
    const { original } = c.req.valid("query");
    const found = files.find((one) => one.file.original === original);
    if (!found) throw new Refusal("not-found", "There is no such original.");
    c.header("Content-Type", "application/octet-stream");
    c.header("Content-Disposition", 'attachment; filename="content.bin"');
    return answer(c.body(found.prepared.content as Uint8Array<ArrayBuffer>));
  });
  api.openapi(complete, async (c) => {
    const { id } = c.req.valid("param");
    const { originals } = c.req.valid("json");
    const { agreement: _, version: __, ...who } = await asked(c, id, acting(c));
    const done = await completeSignature(c.get("ctx"), who, { id, answers: originals.map(given) });
    c.header("ETag", `"${done.version}"`);
    c.header("Location", `/api/v1/agreements/${done.id}`);
    return c.json(done, 201);
  });
  api.openapi(end, async (c) => {
    await endPreparation(c.get("ctx"), { id: c.req.valid("param").id, person: acting(c) });
    return c.body(null, 204);
  });
}

async function openOne(...[ctx, id, person]: Parameters<typeof findPreparation>) {
  const preparation = await findPreparation(ctx, id, person);
  await expectOpen(ctx, preparation);
  return preparation;
}

type Shown = Pick<Preparation, "id" | "party" | "until"> & {
  field: string;
  consent: Pick<Preparation["consent"], "holder" | "digest">;
};

function shown({ id, party, field, until, consent }: Shown, files: ToSign[]) {
  return {
    id,
    party,
    field,
    until: until.toISOString(),
    holder: consent.holder ?? { name: "", isSignatory: false },
    consent: consent.digest ?? "",
    originals: files.map(({ file: { original, base, digest }, prepared }) => ({
      ...{ original, file: base, digest },
      attributes: encode(prepared.attributes),
    })),
  };
}

type Given = z.output<typeof Answers>["originals"][number];

function given(one: Given): { original: string } & PartyAnswer {
  const { original } = one;
  if ("signature" in one) return { original, signature: decode(one.signature) };
  return { original, cms: decode(one.cms) };
}

function decode(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
