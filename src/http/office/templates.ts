import { createRoute, z } from "@hono/zod-openapi";
import { carryOut } from "#src/office/propose.ts";
import { listTemplates, type PublishedTemplate } from "#src/templates/find.ts";
import { findTemplateVersion, listTemplateVersions } from "#src/templates/list-versions.ts";
import { listTemplateEvents } from "#src/templates/manage.ts";
import { readTemplate } from "#src/templates/read.ts";
import { retireTemplate } from "#src/templates/retire.ts";
import { type Api, acting } from "../api/api.ts";
import { body, digest, json, problems } from "../api/contract.ts";
import { guarded } from "../api/guarded.ts";
import { requireSafeguards } from "../api/identify.ts";
import { expectWaiting, waits } from "./office-proposals.ts";
import { Template, viewTemplate } from "./template-view.ts";

const about = { tags: ["Reference"] };
const name = z
  .string()
  .regex(/^[a-z0-9-]{1,100}$/)
  .openapi({ example: "memorandum-of-understanding" });
const byName = z.object({ name });
const files = z.record(z.string().regex(/^[\w-]+(\/[\w-]+)*\.(yaml|md)$/), z.string().max(500_000));

const Version = z
  .object({
    name: z.string(),
    digest: z.string(),
    title: z.record(z.string(), z.string()),
    languages: z.array(z.string()),
    reviewed: z.string().openapi({ description: "Who has reviewed the words; `none` so far" }),
    publishedAt: z.iso.datetime(),
    publishedBy: z.uuid().nullable().openapi({ description: "Null where it came with us" }),
  })
  .openapi("TemplateVersion");
const Event = z
  .object({
    seq: z.string(),
    at: z.iso.datetime(),
    actor: z.uuid(),
    event: z.enum(["published", "retired", "restored"]),
    digest: z.string().nullable(),
  })
  .openapi("TemplateEvent");

const list = createRoute({
  ...about,
  method: "get",
  path: "/templates",
  summary: "The newest version of each published template",
  request: {
    query: z.strictObject({
      retired: z.enum(["true", "false"]).default("false").openapi({
        description: "Whether those that new agreements are not made from are listed too",
      }),
    }),
  },
  responses: {
    200: { description: "The templates", ...json(z.object({ items: z.array(Template) })) },
    ...problems(400, 401),
  },
});
const versions = createRoute({
  ...about,
  method: "get",
  path: "/templates/{name}/versions",
  summary: "A template's versions; each stays as it is",
  request: { params: byName },
  responses: {
    200: { description: "The newest first", ...json(z.object({ items: z.array(Version) })) },
    ...problems(400, 401, 404),
  },
});
const version = createRoute({
  ...about,
  method: "get",
  path: "/templates/{name}/versions/{digest}",
  summary: "One version with its files",
  request: { params: byName.extend({ digest }) },
  responses: {
    200: {
      description: "Each file's content by its name",
      ...json(Version.extend({ files: z.record(z.string(), z.string()) })),
    },
    ...problems(400, 401, 404),
  },
});
const publish = createRoute({
  ...about,
  method: "post",
  path: "/templates",
  summary:
    "Propose a version, which a second person publishes; clauses that it names and does not bring come from those published",
  ...guarded("publish-template"),
  request: body(z.strictObject({ name, files })),
  responses: { ...waits, ...problems(400, 401, 403, 409, 413, 415, 422) },
});
const change = createRoute({
  ...about,
  method: "patch",
  path: "/templates/{name}",
  summary: "Hide a template from new agreements, or show it again",
  ...guarded("retire-template"),
  request: { params: byName, ...body(z.strictObject({ retired: z.boolean() })) },
  responses: {
    200: {
      description: "Changed",
      ...json(z.object({ name: z.string(), retired: z.boolean() })),
    },
    ...problems(400, 401, 403, 404, 413, 415),
  },
});
const events = createRoute({
  ...about,
  method: "get",
  path: "/templates/{name}/events",
  summary: "What the secretariat did to a template",
  request: { params: byName },
  responses: {
    200: { description: "The newest first", ...json(z.object({ items: z.array(Event) })) },
    ...problems(400, 401, 403, 404),
  },
});

/** Routes for the templates. Everyone who acts can read them; the secretariat manages them. */
export function templates(api: Api): void {
  api.openapi(list, async (c) => {
    acting(c);
    const retired = c.req.valid("query").retired === "true";
    const found = await listTemplates(c.get("ctx").db, { retired });
    return c.json({ items: found.map(viewTemplate) }, 200);
  });
  api.openapi(versions, async (c) => {
    acting(c);
    const found = await listTemplateVersions(c.get("ctx").db, c.req.valid("param").name);
    return c.json({ items: found.map(viewVersion) }, 200);
  });
  api.openapi(version, async (c) => {
    acting(c);
    const { name, digest } = c.req.valid("param");
    const found = await findTemplateVersion(c.get("ctx").db, name, digest);
    return c.json({ ...viewVersion(found), files: found.files }, 200);
  });
  manage(api);
}

function manage(api: Api): void {
  api.openapi(publish, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "publish-template");
    const done = await carryOut(c.get("ctx"), by, "publish-template", c.req.valid("json"));
    return c.json(expectWaiting(done), 202);
  });
  api.openapi(change, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "retire-template");
    const wanted = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await retireTemplate(c.get("ctx"), by, wanted), 200);
  });
  api.openapi(events, async (c) => {
    const { name } = c.req.valid("param");
    return c.json({ items: await listTemplateEvents(c.get("ctx").db, acting(c), name) }, 200);
  });
}

function viewVersion(version: PublishedTemplate & { publishedBy: string | null }) {
  const { name, digest, published_at, publishedBy } = version;
  const { title, languages, reviewed } = readTemplate(version);
  const publishedAt = published_at.toISOString();
  return { name, digest, title, languages, reviewed, publishedAt, publishedBy };
}
