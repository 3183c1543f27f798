import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { Refusal } from "#src/errors.ts";
import { listForms } from "#src/templates/find.ts";
import { parseForm } from "#src/text/act-form.ts";
import { actTypes } from "#workflows/acts.ts";
import { type Api, acting, answer } from "../api/api.ts";
import { byId, language, partyCode, problems } from "../api/contract.ts";
import { sendFile } from "../api/send-file.ts";

const words = z.record(z.string(), z.string());
const Form = z
  .object({
    name: z.string(),
    title: words,
    source: z.string().openapi({ description: "Where the rule comes from" }),
    by: z.enum(["party", "depositary"]),
    act: z
      .enum(actTypes)
      .nullable()
      .openapi({ description: "The act whose paper it is; null if it is no act's" }),
    languages: z.array(z.string()),
  })
  .openapi("Form");

const list = createRoute({
  method: "get",
  path: "/forms",
  tags: ["Reference"],
  summary: "The forms of acts: full powers, ratification, withdrawal, certified true copy …",
  responses: {
    200: {
      description: "By name",
      content: { "application/json": { schema: z.object({ items: z.array(Form) }) } },
    },
    ...problems(401),
  },
});

const fill = createRoute({
  method: "get",
  path: "/agreements/{id}/forms/{form}",
  tags: ["Files"],
  summary: "A form filled with what is on record; what is not is a blank to be written on",
  request: {
    params: byId.extend({ form: z.string().regex(/^[a-z-]{1,60}$/) }),
    query: z.strictObject({
      language,
      party: partyCode.optional(),
      reservation: z.uuid().optional(),
      serial: z.coerce.number().int().min(1).max(1_000_000).optional(),
      as: z.enum(["markdown", "pdf"]).default("markdown"),
    }),
  },
  responses: {
    200: {
      description: "The act in words, or typeset with room for its signature",
      headers: z.object({
        "Names-Without-Forms": z.string().optional().openapi({
          description:
            "Names, percent-encoded, that lack a grammatical form which this text needs; there the name stands beside “the party”. The office gives the form with PATCH /parties/{code}",
        }),
      }),
      content: {
        "text/markdown": { schema: z.string() },
        "application/pdf": { schema: z.string().openapi({ format: "binary" }) },
      },
    },
    206: { description: "The range asked for" },
    304: { description: "Unchanged" },
    416: { description: "The range lies outside the file" },
    ...problems(400, 401, 404, 422, 501),
  },
});

/** Routes for filled forms of the acts that follow an instrument, ready to be signed or sent. */
export function forms(api: Api): void {
  api.openapi(list, async (c) => {
    acting(c);
    const published = await listForms(c.get("ctx").db);
    const items = published.map(({ files }) => {
      const { name, title, source, by, act = null, texts } = parseForm(files);
      return { name, title, source, by, act, languages: Object.keys(texts) };
    });
    return c.json({ items }, 200);
  });
  api.openapi(fill, async (c) => {
    const person = acting(c);
    const { db, typesetter } = c.get("ctx");
    const { id, form } = c.req.valid("param");
    const { as, language, ...wanted } = c.req.valid("query");
    const row = await findAgreement(db, id, person);
    // Rarely needed and large: loaded on first use.
    const { fillAct } = await import("#src/agreements/forms/fill-act.ts");
    const { source, withoutForms } = await fillAct(db, row, {
      form,
      languages: [language],
      ...wanted,
    });
    // Header values are ASCII: RFC 8187 percent-encodes the rest.
    if (withoutForms.length > 0) {
      c.header("Names-Without-Forms", withoutForms.map(encodeURIComponent).join(", "));
    }
    if (as === "markdown") {
      const markdown = source.texts[language] ?? "";
      return c.body(markdown, 200, { "Content-Type": "text/markdown; charset=utf-8" });
    }
    if (!typesetter)
      throw new Refusal("not-at-the-edge", "Forms are typeset by the full service only.");
    const date = row.updated_at.toISOString();
    const bytes = await typesetter.draft(source, { id: row.id, date, watermark: "" });
    const name = `${row.reference}-${form}-${wanted.party ?? wanted.serial ?? ""}.pdf`;
    const file = { bytes, digest: await sha256(bytes), type: "application/pdf", name };
    return answer(sendFile(c, file));
  });
}
