import { fireDeadlines } from "#src/agreements/service/fire-deadlines.ts";
import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { dismissDifferences } from "#tests/support/dismiss-differences.ts";
import { roomOf, type SentLetter, work } from "#tests/support/jobs.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import type { Terms } from "#workflows/terms.ts";

export const six = ["KZ", "AE", "HUB", "US", "KR", "EE"];

type Standing = { party: string; standing: string; inForceOn: string | null };
export type Status = {
  participants: (Standing & {
    entry: { state: string; on?: string } | null;
    credentials: { id: string }[];
    reservations: {
      id: string;
      unconfirmed: boolean;
      state: string;
      effectiveOn: string | null;
      objections: {
        party: string;
        rule: string;
        circulatedOn: string | null;
        notifiedOn: string | null;
        notifiedBy: string | null;
        until: string | null;
        notBefore: string | null;
      }[];
      answers: { act: string }[];
    }[];
  })[];
  entry: { state: string; on?: string; derivation: { key: string }[] };
  inForceOn: string | null;
  amendments: { reference: string; acceptedBy: string[] }[];
};

type View = {
  stage: string;
  digest: string;
  original: string;
  originals: { original: string; digest: string; sealed: string }[];
  publish: Record<string, string>;
};

/** An office with its people at the table, whose clock and jobs the test drives; all else goes over HTTP. */
export type Hall = Awaited<ReturnType<typeof openHall>>;

export async function openHall(start: string, opened?: Office) {
  const office = opened ?? (await openOffice());
  let time = new Date(start);
  office.ctx.now = () => time;
  const sent: SentLetter[] = [];
  const room = await roomOf(office, sent);
  return {
    office,
    sent,
    officers: [office.as("legal-officer"), office.as("legal-officer", null, 1)] as const,
    secretaries: [office.as("secretariat"), office.as("secretariat", null, 1)] as const,
    archivist: office.as("archivist"),
    of: (party: string) => office.as("representative", party),
    /** What waits is done: originals and seals made, letters sent. */
    work: () => work(office, room),
    /** The clock is put forward, and what has fallen due is done. */
    at: async (moment: string) => {
      time = new Date(moment);
      await fireDeadlines(office.ctx);
      await work(office, room);
    },
    view: (id: string) => office.as("legal-officer").get<View>(`/agreements/${id}`),
    status: (id: string) =>
      office.as("legal-officer").get<Status>(`/agreements/${id}/participation`),
  };
}

/** An act that must be taken; throws with the problem where it is not. */
export async function takes(who: Client, id: string, resource: string, body: unknown = {}) {
  const answer = await who.act(id, resource, body);
  if (answer.status !== 201) throw new Error(`${resource}: ${await answer.text()}`);
  return (await answer.json()) as { version: number; stage: string };
}

/** The status and the code with which an act is refused. */
export async function refused(who: Client, id: string, resource: string, body: unknown = {}) {
  const answer = await who.act(id, resource, body);
  return [answer.status, codeOf(await answer.json())];
}

/** Both officers do the same, or both secretaries. */
export async function both(
  pair: readonly [Client, Client],
  id: string,
  resource: string,
  body: unknown,
) {
  for (const person of pair) await takes(person, id, resource, body);
}

type Waiting = {
  items: {
    id: string;
    act: string;
    party: string | null;
    rule: string;
    state: string;
    consequence: {
      legal: string | null;
      parties: {
        party: string;
        standing: string;
        entersOn: string | null;
        endsOn: string | null;
      }[];
      instrumentOn: string | null;
      reasons: string[];
      refusedBy: { guard: string; detail: string }[];
    } | null;
  }[];
};

/** The acts of an agreement that wait for a second officer, as one of them sees them. */
export async function waits(who: Client, id: string) {
  return (await who.get<Waiting>(`/agreements/${id}/proposals`)).items;
}

/** One officer records an act that needs a second one; the id under which it waits. */
export async function proposes(who: Client, id: string, resource: string, body: unknown) {
  const answer = await who.act(id, resource, body);
  const done = (await answer.json()) as { proposal?: string; title?: string; detail?: string };
  if (answer.status !== 202 || !done.proposal) {
    throw new Error(`${resource}: ${answer.status} ${JSON.stringify(done)}`);
  }
  return done.proposal;
}

/** A signed document, attached by this person; its sha-256, lower-case hex. */
export async function attaches(who: Client, id: string): Promise<string> {
  const scan = "%PDF-1.7 a note verbale";
  const headers = { "Content-Type": "application/pdf" };
  const answer = await who.send("POST", `/agreements/${id}/files`, scan, headers);
  if (answer.status !== 201) throw new Error(`files: ${await answer.text()}`);
  return sha256(scan);
}

/** The party itself gives notice that it withdraws, by a signed document. */
export async function withdraws(who: Client, id: string): Promise<void> {
  const file = await attaches(who, id);
  await takes(who, id, "notices", { kind: "withdrawal", file });
}

/** One officer records an act, and the second one confirms it. */
export async function seconded(
  [first, second]: readonly [Client, Client],
  id: string,
  resource: string,
  body: unknown,
) {
  const proposal = await proposes(first, id, resource, body);
  return takes(second, id, "proposal-confirmations", { proposal });
}

export async function drafts(
  { officers: [officer] }: Hall,
  wanted: Partial<NewAgreement> & { terms?: Partial<Terms> },
): Promise<string> {
  const answer = await officer.send("POST", "/agreements", wanted);
  if (answer.status !== 201) throw new Error(await answer.text());
  return ((await answer.json()) as { id: string }).id;
}

/** Each party's signatory is designated: its representative. */
export async function designates(hall: Hall, id: string, parties: string[]) {
  for (const party of parties) {
    const signatory = hall.of(party).person.id;
    await takes(hall.officers[0], id, "designations", { party, signatory });
  }
}

/** Full powers for a party's representative, presented by itself and verified by two. */
export async function empowers(hall: Hall, id: string, party: string, more: object = {}) {
  const representative = hall.of(party);
  await takes(representative, id, "credentials", {
    person: representative.person.id,
    kind: "full-powers",
    acts: ["negotiate", "authenticate", "sign"],
    issuedBy: "Ministry of Foreign Affairs",
    signedBy: "The Minister for Foreign Affairs",
    instrument: "Cooperation Agreement in the Field of Civil Service",
    place: "Capital",
    issuedOn: "2027-01-05",
    form: "original",
    ...more,
  });
  await verifies(hall, id, party);
}

export async function verifies(hall: Hall, id: string, party: string) {
  const { participants } = await hall.status(id);
  const own = participants.find((one) => one.party === party)?.credentials.at(-1);
  const body = { party, credential: own?.id };
  await both(hall.secretaries, id, "credential-verifications", body);
}

/** One round: circulated by an officer and approved by all who are named. */
export async function approves(hall: Hall, id: string, parties: string[]) {
  for (const party of parties) {
    const { digest } = await hall.view(id);
    await takes(hall.of(party), id, "approvals", { digest });
  }
}

/** Certified in every language, and authenticated by two officers; the originals are typeset. */
export async function authenticates(hall: Hall, id: string, languages: string[]) {
  const [, second] = hall.officers;
  const { digest } = await hall.view(id);
  await dismissDifferences(hall.officers, id);
  if (languages.length > 1) {
    for (const language of languages) await takes(second, id, "concordances", { language, digest });
  }
  await both(hall.officers, id, "authentication", { digest });
  await hall.work();
}

export async function signs(hall: Hall, id: string, party: string, more: object = {}) {
  const { original } = await hall.view(id);
  return takes(hall.of(party), id, "signatures", { original, binding: true, ...more });
}

/** A text in one language is replaced, as its drafter sends it. */
export async function revises(
  hall: Hall,
  id: string,
  language: string,
  change: (text: string) => string,
) {
  const [officer] = hall.officers;
  const path = `/agreements/${id}/texts/${language}`;
  const text = await (await officer.send("GET", path)).text();
  const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
  const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
  const answer = await officer.send("PUT", path, change(text), headers);
  if (answer.status !== 200) throw new Error(await answer.text());
}

export const standings = ({ participants }: Status) =>
  Object.fromEntries(participants.map(({ party, standing }) => [party, standing]));

export type { Office };
