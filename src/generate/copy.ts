import { hash } from "node:crypto";
import { termsDigest } from "#src/agreements/text/terms-digest.ts";
import { versionDigest } from "#src/agreements/text/version-digest.ts";
import { chainStart, type Entry, entryHash } from "#src/evidence/append.ts";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import type { PublishedTemplate } from "#src/templates/find.ts";
import type { Terms } from "#workflows/terms.ts";
import { fillVersions } from "./fill-versions.ts";
import type { Plan } from "./plan.ts";
import type { Played } from "./play.ts";
import type { Row } from "./read-record.ts";
import { type Substitute, substituteFor } from "./substitute.ts";

/** One text as it will be stored. */
export type CopiedText = { number: number; language: string; digest: string; markdown: string };

/** The record of a generated agreement: rows by table, and the texts of its versions. */
export type Copy = { plan: Plan; rows: Map<string, Row[]>; texts: CopiedText[] };

type Sources = { template: PublishedTemplate; log: string };

/** A history under its own words: the same rows, with texts filled again and every digest and chain hashed again. */
export async function copyOf(
  played: Played,
  plan: Plan,
  { template, log }: Sources,
): Promise<Copy> {
  const substitute = substituteFor(played, plan, log);
  const texts = await textsOf(played, plan, { template, substitute });
  const evidence = await chainOf(played.rows.get("evidence") ?? [], substitute);
  const [last, head] = [played.rows.get("evidence")?.at(-1), evidence.at(-1)];
  substitute.digest(String(last?.hash), String(head?.hash));
  const rows = new Map([["evidence", evidence]]);
  for (const [table, all] of played.rows) {
    if (table === "evidence") continue;
    rows.set(
      table,
      all.map((row) => substitute.value(row, "") as Row),
    );
  }
  return { plan, rows, texts };
}

/** Fills the texts of every version, and tells the substitute what became of their digests. */
async function textsOf(
  { story, revisions, rows }: Played,
  plan: Plan,
  { template, substitute }: { template: PublishedTemplate; substitute: Substitute },
): Promise<CopiedText[]> {
  const wanted = { ...story, ...plan.filled, reference: plan.reference };
  const versions = fillVersions(template, wanted, revisions);
  const texts = (rows.get("version_texts") ?? []).map((row) => {
    const [number, language] = [Number(row.number), String(row.language)];
    const markdown = versions[number - 1]?.get(language) ?? "";
    const digest = hash("sha256", markdown);
    substitute.digest(String(row.digest), digest);
    return { number, language, digest, markdown };
  });
  for (const { number, digest, terms, terms_digest } of rows.get("versions") ?? []) {
    const own = texts.filter((text) => text.number === number);
    const ofTerms = await termsDigest(substitute.value(terms, "terms") as Terms);
    substitute.digest(String(terms_digest), ofTerms);
    substitute.digest(String(digest), await versionDigest(own, ofTerms));
  }
  return texts;
}

/** The evidence with its own words, each entry hashed with the one before it, as `appendEvidence` does. */
async function chainOf(entries: Row[], substitute: Substitute): Promise<Row[]> {
  const chain: Row[] = [];
  let previous = chainStart;
  for (const { hash: _, previous: __, position: ___, detail, ...rest } of entries) {
    const entry = substitute.value(rest, "") as Omit<Entry, "at" | "detail"> & { at: string };
    const own = withConsent(detail as Row, entry, substitute);
    const made = await entryHash({ ...entry, at: new Date(entry.at), detail: own }, previous);
    chain.push({ ...entry, detail: own, previous, hash: made });
    previous = made;
  }
  return chain;
}

/** A consent by signature states its whole act; its digest is of the copy's own statement. */
function withConsent(
  detail: Row,
  { agreement, person, party }: Pick<Entry, "agreement" | "person" | "party">,
  substitute: Substitute,
): Row {
  if (typeof detail.consent !== "object" || detail.consent === null) {
    return substitute.value(detail, "detail") as Row;
  }
  const { digest: _, ...kept } = detail.consent as Row;
  const own = substitute.value({ ...detail, consent: kept }, "detail") as Row;
  const { original, as, binding, reservations = [] } = own;
  const plain = (reservations as Row[]).map(({ id, ...words }) => words);
  const said = { agreement, person, party, original, as, binding, reservations: plain };
  const digest = hash("sha256", canonicalJson({ ...said, ...(own.consent as Row) }));
  return { ...own, consent: { ...(own.consent as Row), digest } };
}
