import type { Asked } from "#src/agreements/act.ts";
import { designate } from "#src/agreements/authority/designate.ts";
import { readFacts } from "#src/agreements/facts.ts";
import { findAgreement } from "#src/agreements/find.ts";
import { reportTypeset } from "#src/agreements/service/report-typeset.ts";
import { openSigning } from "#src/agreements/signing/open-signing.ts";
import { sign } from "#src/agreements/signing/sign.ts";
import { approve } from "#src/agreements/text/approve.ts";
import { authenticate } from "#src/agreements/text/authenticate.ts";
import { certify } from "#src/agreements/text/certify.ts";
import { createAgreement } from "#src/agreements/text/create.ts";
import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";
import { submit } from "#src/agreements/text/submit.ts";
import { demoAgreement } from "#src/cli/demo-agreement.ts";
import { sealingService } from "#src/people/person.ts";
import type { SigningAct } from "#workflows/terms.ts";
import { dismissDifferences } from "./dismiss-differences.ts";
import type { Client, Office } from "./office.ts";

/** Stands for a typeset file where a test is about the law and not about the PDF. */
export const shownOriginal = "a".repeat(64);
export const shownOriginals = [{ original: "common", digest: shownOriginal, pages: 1 }];

/** A memorandum between Kazakhstan and the United Arab Emirates, in English, unless told otherwise. */
export function newAgreement(change: Partial<NewAgreement> = {}): NewAgreement {
  return {
    ...demoAgreement,
    languages: ["en"],
    parties: [{ code: "KZ" }, { code: "AE" }],
    ...change,
  };
}

/** Drafts an agreement as the first legal officer; its id. */
export async function draft(office: Office, change: Partial<NewAgreement> = {}): Promise<string> {
  const person = office.as("legal-officer").person;
  const done = await createAgreement(office.ctx, { person, request: null }, newAgreement(change));
  return done.id;
}

/** What a verb is told, at the agreement's present version. */
export async function told(office: Office, id: string, { person }: Client): Promise<Asked> {
  const { version } = await findAgreement(office.db, id, sealingService);
  return { agreement: id, person, version, request: null };
}

/** A drafted agreement circulated, with every party's signatory designated. */
export async function circulate(office: Office, id: string): Promise<void> {
  const officer = office.as("legal-officer");
  const { parties } = await readFacts(office.db, id);
  for (const party of parties) {
    const signatory = office.as("representative", party).person.id;
    await designate(office.ctx, await told(office, id, officer), { party, signatory });
  }
  await submit(office.ctx, await told(office, id, officer));
}

/** A drafted agreement brought to its authentication: the original is still to be typeset. */
export async function bringToOriginal(office: Office, id: string): Promise<void> {
  const { ctx, db } = office;
  await circulate(office, id);
  const { parties, digest, languages } = await readFacts(db, id);
  for (const party of parties) {
    const asked = await told(office, id, office.as("representative", party));
    await approve(ctx, asked, { digest });
  }
  const [first, second] = officers(office);
  await dismissDifferences([first, second], id);
  if (languages.length > 1) {
    for (const language of languages) {
      await certify(ctx, await told(office, id, second), { language, digest });
    }
  }
  for (const officer of [first, second]) {
    await authenticate(ctx, await told(office, id, officer), { digest });
  }
}

/** A drafted agreement brought to the opening of signing, without typesetting a file. */
export async function openForSigning(
  office: Office,
  id: string,
  closesAt: Date | null = null,
): Promise<void> {
  await bringToOriginal(office, id);
  const { text_version: number } = await findAgreement(office.db, id, sealingService);
  await reportTypeset(office.ctx, { agreement: id, number, originals: shownOriginals });
  await open(office, id, closesAt);
}

/** Opens signing of a typeset original and signs for every party; the seal is ordered. */
export async function openAndSign(office: Office, id: string): Promise<void> {
  await open(office, id);
  const { parties } = await readFacts(office.db, id);
  for (const party of parties) await signFor(office, id, party);
}

async function open(office: Office, id: string, closesAt: Date | null = null): Promise<void> {
  for (const officer of officers(office)) {
    await openSigning(office.ctx, await told(office, id, officer), { closesAt });
  }
}

function officers(office: Office): [Client, Client] {
  return [office.as("legal-officer"), office.as("legal-officer", null, 1)];
}

/** One party's signature of the original on record, at the present version. */
export async function signFor(
  office: Office,
  id: string,
  party: string,
  as: SigningAct = "definitive",
): Promise<void> {
  const asked = await told(office, id, office.as("representative", party));
  const { original } = await readFacts(office.db, id);
  await sign(office.ctx, asked, {
    original: original ?? "",
    method: "account",
    as,
    binding: false,
  });
}
