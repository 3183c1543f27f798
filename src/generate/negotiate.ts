import { designate } from "#src/agreements/authority/designate.ts";
import { approve } from "#src/agreements/text/approve.ts";
import { certify } from "#src/agreements/text/certify.ts";
import { createAgreement } from "#src/agreements/text/create.ts";
import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";
import { readTexts } from "#src/agreements/text/read-source.ts";
import { requestChanges } from "#src/agreements/text/request-changes.ts";
import { reviseText } from "#src/agreements/text/revise-text.ts";
import { submit } from "#src/agreements/text/submit.ts";
import { beginThread } from "#src/comments/begin-thread.ts";
import { reply, resolve } from "#src/comments/reply.ts";
import { withAddition } from "./fill-versions.ts";
import type { Table } from "./table.ts";
import { additions, remarks } from "./words.ts";

/** The first officer drafts the agreement. */
export async function draft(table: Table, wanted: NewAgreement): Promise<void> {
  const [person] = table.cast.officers;
  table.clock.tick();
  const { id } = await createAgreement(table.ctx, { person, request: null }, wanted);
  table.id = id;
}

/** Signatories are designated and the text is circulated to the parties. */
export async function circulate(table: Table): Promise<void> {
  const { cast, parties } = table;
  const [officer] = cast.officers;
  for (const party of parties) {
    await table.take(officer, designate, { party, signatory: cast.of(party).id });
  }
  await table.wait(3);
  await table.take(officer, submit, { respondBy: null });
  await table.work();
}

/** A party asks for changes; an officer adds a sentence in every language and circulates the text again. */
export async function round(table: Table, nth: number): Promise<void> {
  const { cast, parties } = table;
  const asking = cast.of(parties[nth % parties.length]!);
  await table.wait(9);
  await table.take(asking, requestChanges, { reason: remarks[nth % remarks.length]! });
  await amend(table, nth);
}

/** An officer adds a sentence in every language and circulates the text again. */
export async function amend(table: Table, nth: number): Promise<void> {
  await table.wait(6);
  await revise(table, nth);
  await table.take(table.cast.officers[0], submit, { respondBy: null });
  await table.work();
}

/** Adds a sentence to the text in every language, as a new version. */
export async function revise(table: Table, nth: number): Promise<void> {
  const { ctx, cast, id } = table;
  const { text_version: number } = await ctx.db
    .selectFrom("agreements")
    .select("text_version")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const addition = nth % additions.length;
  const texts = await readTexts(ctx.db, id, number);
  const changed = texts.map(({ language, markdown }) => {
    return [language, withAddition(markdown, addition, language)];
  });
  await table.take(cast.officers[0], reviseText, { texts: Object.fromEntries(changed) });
  table.revisions.push(addition);
}

/** A thread of remarks on the first article, resolved if `done`. */
export async function discuss(table: Table, { done }: { done: boolean }): Promise<void> {
  const { ctx, cast, clock, parties, languages, id: agreement } = table;
  const [officer] = cast.officers;
  const asked = { agreement, request: null };
  const about = { language: languages[0]!, article: 1, audience: "shared" } as const;
  clock.tick();
  const asking = { ...asked, person: cast.of(parties[0]!) };
  const { thread } = await beginThread(ctx, asking, { ...about, body: remarks[1]! });
  clock.tick();
  await reply(ctx, { ...asked, person: officer }, { thread, body: remarks[3]! });
  clock.tick();
  const answering = { ...asked, person: cast.of(parties.at(-1)!) };
  await reply(ctx, answering, { thread, body: remarks[7]! });
  if (!done) return;
  clock.tick();
  await resolve(ctx, { ...asked, person: officer }, { thread, resolved: true });
}

/** These parties approve the current text. */
export async function approveBy(table: Table, parties: string[]): Promise<void> {
  await table.wait(5);
  for (const party of parties) {
    await table.take(table.cast.of(party), approve, { digest: await table.digest() });
  }
}

/** The second officer certifies that the languages say the same. */
export async function settle(table: Table): Promise<void> {
  const { languages, cast } = table;
  await approveBy(table, table.parties);
  if (languages.length < 2) return;
  await table.wait(2);
  for (const language of languages) {
    await table.take(cast.officers[1], certify, { language, digest: await table.digest() });
  }
}
