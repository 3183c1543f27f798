import type { Worded } from "#src/db/columns.ts";
import type { Tx } from "#src/db/db.ts";
import { appendEvidence, chainStart } from "#src/evidence/append.ts";
import type { Person } from "#src/people/person.ts";
import type { Given } from "#src/text/language/given.ts";
import { machineVersion } from "#workflows/agreement.ts";
import { type Headings, usualHeadings } from "#workflows/headings.ts";
import type { PartyOrder } from "#workflows/party-kinds.ts";
import { firstStage, stageName } from "#workflows/step.ts";
import type { Terms } from "#workflows/terms.ts";
import { addVersion, keepBodies, type NewText } from "./add-version.ts";
import { differencesOf } from "./differences.ts";
import type { NamedParty } from "./known-parties-of.ts";
import { termsDigest } from "./terms-digest.ts";
import { versionDigest } from "./version-digest.ts";

const protocolOrder: PartyOrder = { by: "protocol" };

type Identity = {
  id: string;
  reference: string;
  template: string;
  terms: Terms;
  person: Person;
  at: Date;
};

/** Writes a new agreement's rows: the agreement, its first evidence, its parties in order and its first text. */
export async function insertAgreement(
  tx: Tx,
  identity: Identity,
  wanted: NewAgreement,
  texts: NewText[],
): Promise<void> {
  const { id, reference, template, person, at } = identity;
  const { languages, prevailing, parties, areas, goals, layout } = wanted;
  const { headings = usualHeadings(identity.terms) } = wanted;
  const digest = await versionDigest(texts, await termsDigest(identity.terms));
  const stage = firstStage();
  await tx
    .insertInto("agreements")
    .values({
      id,
      reference,
      template,
      title: JSON.stringify(wanted.title),
      languages,
      prevailing: prevailing ?? null,
      layout,
      variables: JSON.stringify(wanted.variables),
      terms: JSON.stringify(identity.terms),
      party_order: JSON.stringify(wanted.order ?? protocolOrder),
      ...(wanted.words && { given_languages: JSON.stringify(wanted.words) }),
      headings,
      amends: wanted.amends ?? null,
      areas,
      goals,
      stage: JSON.stringify(stage),
      stage_name: stageName(stage),
      machine_version: machineVersion,
      version: 1,
      text_version: 1,
      evidence_head: chainStart,
      created_by: person.id,
      created_at: at,
      updated_at: at,
    })
    .execute();
  const codes = parties.map(({ code }) => code);
  const governments = parties.flatMap(({ code, as }) => (as === "government" ? [code] : []));
  const { title, variables } = wanted;
  const detail = {
    reference,
    template,
    digest,
    title,
    languages,
    prevailing: prevailing ?? null,
    parties: codes,
    order: wanted.order ?? protocolOrder,
    ...(governments.length > 0 && { governments }),
    layout,
    variables,
    areas,
    goals,
    clauses: wanted.clauses ?? {},
    ...(wanted.figures && { figures: true }),
    terms: identity.terms,
    amends: wanted.amends ?? null,
    ...(wanted.words && { words: wanted.words }),
    headings,
  };
  const { head, statement } = await appendEvidence(
    {
      agreement: id,
      seq: 1,
      at,
      act: "create",
      person: person.id,
      party: person.party,
      stage: stageName(stage),
      detail,
    },
    chainStart,
  );
  await statement.execute(tx);
  await tx.updateTable("agreements").set({ evidence_head: head }).where("id", "=", id).execute();
  await tx
    .insertInto("agreement_parties")
    .values(
      codes.map((party, index) => ({
        agreement: id,
        party,
        position: index + 1,
        as_government: governments.includes(party),
      })),
    )
    .execute();
  await keepBodies(tx, texts);
  const drafted = texts.map((text) => ({ ...text, drafter: person.id }));
  await addVersion(tx, {
    agreement: id,
    number: 1,
    texts: drafted,
    terms: identity.terms,
    differences: await differencesOf(texts, identity.terms),
    note: null,
    by: person.id,
    at,
  });
}

export type NewAgreement = {
  template: string;
  title: Worded;
  parties: NamedParty[];
  /** How the parties are ordered; in protocol order by default. */
  order?: PartyOrder | undefined;
  languages: string[];
  prevailing?: string | undefined;
  layout: "sequential" | "parallel";
  variables: Record<string, unknown>;
  areas: string[];
  goals: number[];
  /** The clause chosen for each topic of the template. */
  clauses?: Record<string, string> | undefined;
  /** Whether figures stand beside numbers in words. */
  figures?: boolean | undefined;
  /** Departures from the template's terms. */
  terms?: Partial<Terms> | undefined;
  /** The words of languages that we do not ship. */
  words?: Given | undefined;
  /** What its articles are called; by default as is usual for an instrument that binds, or does not. */
  headings?: Headings | undefined;
  /** The agreement that this one amends. */
  amends?: string | undefined;
};
