import { sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { once, type RequestKey } from "#src/db/idempotency.ts";
import { Refusal } from "#src/errors.ts";
import { refuseCeased } from "#src/parties/end.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { findTemplate } from "#src/templates/find.ts";
import { parseText } from "#src/text/markdown.ts";
import { articleOf } from "#src/text/stated/article-of.ts";
import { headingsOf } from "#src/text/titles.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";
import type { Done } from "../act.ts";
import { findAgreement } from "../find.ts";
import type { NewText } from "./add-version.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { checkTerms } from "./check-terms.ts";
import { checkTitle, checkTitled } from "./check-title.ts";
import { checkWords } from "./check-words.ts";
import { checkZone } from "./check-zone.ts";
import { fillTexts, templateTerms, templateZone } from "./fill-texts.ts";
import { insertAgreement, type NewAgreement } from "./insert-agreement.ts";
import { knownPartiesOf } from "./known-parties-of.ts";

/** Creates an agreement from a published template, with its first text in every language. */
export async function createAgreement(
  ctx: Context,
  { person, request }: { person: Person; request: RequestKey | null },
  wanted: NewAgreement,
): Promise<Done> {
  if (!can(person, "create-agreement")) {
    throw new Refusal("forbidden", "Only a legal officer drafts agreements.");
  }
  const halt = ctx.halted();
  if (halt) throw new Refusal(halt.code, halt.detail);
  const title = checkTitle(wanted.title);
  checkTitled(title, wanted.languages);
  checkWords(wanted);
  return ctx.db.transaction().execute(async (tx) => {
    const at = ctx.now();
    return once(tx, request, at, async () => {
      const template = await findTemplate(tx, wanted.template);
      if (wanted.amends) await findAgreement(tx, wanted.amends, person);
      const parties = await knownPartiesOf(tx, wanted);
      const codes = parties.map(({ code }) => code);
      await refuseCeased(tx, codes, civilDate(at.toISOString(), ctx.zone));
      const zone = wanted.terms?.zone ?? templateZone(template) ?? ctx.zone;
      await checkZone(tx, zone);
      const year = Number(civilDate(at.toISOString(), zone).slice(0, 4));
      const reference = await nextReference(tx, year);
      const filled = fillTexts(template, { ...wanted, title, parties, reference });
      const texts: NewText[] = [];
      for (const { language, markdown } of filled) {
        const body = checkMarkdown(markdown, language);
        texts.push({ language, markdown: body, digest: await sha256(body) });
      }
      const id = ctx.id();
      const own = templateTerms(template, wanted);
      const prevailing = wanted.prevailing ?? null;
      const first = texts[0]?.markdown ?? "";
      const articles = articleOf(parseText(first, wanted.languages[0] ?? ""));
      const terms: Terms = {
        ...ordinaryTerms,
        articles,
        ...own,
        ...wanted.terms,
        prevailing,
        zone,
      };
      checkTerms(
        terms,
        {
          parties: parties.map(({ code }) => code),
          names: [reference, ...Object.values(title)],
          languages: wanted.languages,
          text: first,
          amends: wanted.amends !== undefined,
        },
        person.language,
      );
      const identity = { id, reference, template: template.digest, terms, person, at };
      const headed = headingsOf(
        Object.fromEntries(texts.map(({ language, markdown }) => [language, markdown])),
      );
      const named = parties.map(({ code, asGovernment }) => {
        return { code, as: asGovernment ? ("government" as const) : ("state" as const) };
      });
      const described = { ...wanted, title: { ...title, ...headed }, parties: named };
      await insertAgreement(tx, identity, described, texts);
      return { id, version: 1, stage: "draft.editing" };
    });
  });
}

/** The next reference of the year, such as DEP/2026/007. Gapless, because the transaction draws it. */
async function nextReference(tx: Tx, year: number): Promise<string> {
  const { last } = await tx
    .insertInto("reference_numbers")
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column("year").doUpdateSet({ last: sql`reference_numbers.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return `DEP/${year}/${String(last).padStart(3, "0")}`;
}
