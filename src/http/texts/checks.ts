import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import type { CheckView } from "#src/agreements/read/view-checks.ts";
import type { Profile } from "#src/text/checks/binding/profile.ts";
import { type Api, acting } from "../api/api.ts";
import { chooseLanguage } from "../api/choose-language.ts";
import { byId, problems } from "../api/contract.ts";

const found = z.array(z.string()).openapi({ description: "The words, as written" });

const Place = z.object({
  language: z.string(),
  article: z.int().openapi({ description: "0 is the title and preamble" }),
  paragraph: z.string().optional().openapi({ description: "The number it prints: 2 or 2.1" }),
  found,
});

const CheckWarning = z
  .object({
    rule: z.enum([
      "languages-complete",
      "same-shape",
      "same-figures",
      "final-clauses",
      "memorandum-words",
      "terms",
      "office-words",
      "open-brackets",
      "placeholders",
      "look-alikes",
      "dates",
      "figures-in-words",
      "references",
      "amounts",
      "party-names",
      "restated-numbers",
      "instrument-name",
      "defined-terms",
      "negation",
      "modals",
      "soft-words",
    ]),
    source: z.string().openapi({ description: "Where the rule comes from, for the reader" }),
    language: z.string(),
    article: z.int().nullable().openapi({ description: "0 is the title and preamble" }),
    paragraph: z.string().optional().openapi({ description: "The number it prints: 2 or 2.1" }),
    detail: z.string().openapi({ description: "What differs, in the reader’s language" }),
    found: found.optional(),
    also: z
      .array(Place)
      .optional()
      .openapi({ description: "The places that these words differ from" }),
    line: z.int().optional(),
    column: z.int().optional(),
    key: z.string().openapi({ description: "Stays as long as the same words stand there" }),
    kind: z.enum(["warning", "difference"]).openapi({
      description: "A difference between terms and words is dismissed by two officers",
    }),
    open: z.boolean().openapi({ description: "False once it is judged to be a false alarm" }),
    verdicts: z.array(
      z.object({
        person: z.uuid(),
        names: z.record(z.string(), z.string()),
        verdict: z.enum(["false-alarm", "stands"]),
        reason: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  })
  .openapi("CheckWarning") satisfies z.ZodType<CheckView>;

const Profiles = z
  .object({
    kind: z.enum(["binding", "non-binding"]),
    templates: z.array(z.string()).optional(),
    languages: z.record(
      z.string(),
      z.object({
        allows: z.array(z.string()).optional(),
        avoids: z.array(z.object({ find: z.string(), say: z.string() })).optional(),
      }),
    ),
  })
  .openapi("WordsOfOffice", {
    description: "What the office’s practice says of binding words in such an instrument",
  }) satisfies z.ZodType<Profile>;

const check = createRoute({
  method: "get",
  path: "/agreements/{id}/checks",
  tags: ["Texts"],
  summary: "What to look at before the newest texts are circulated; none of it blocks",
  request: { params: byId, query: z.strictObject({}) },
  responses: {
    200: {
      description: "The warnings, at most a thousand",
      content: {
        "application/json": {
          schema: z.object({ warnings: z.array(CheckWarning), profiles: z.array(Profiles) }),
        },
      },
    },
    ...problems(400, 401, 404),
  },
});

export function checks(api: Api): void {
  api.openapi(check, async (c) => {
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, acting(c));
    // The checks have many words, and few ask for them.
    const { viewChecks } = await import("#src/agreements/read/view-checks.ts");
    return c.json(await viewChecks(db, row, chooseLanguage(c)), 200);
  });
}
