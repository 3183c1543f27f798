import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { worded } from "#src/people/person.ts";
import { lastSeq } from "./logged-before.ts";
import { checkpointOver } from "./read-checkpoint.ts";
import { readSignatures, type SignatureOnRecord } from "./read-signatures.ts";

export type Annex = {
  instrument: {
    reference: string;
    title: Worded;
    /** sha-256 of the sealed instrument; of each one if there are several, separated by a space. */
    digest: string;
    textDigests: Record<string, string>;
    version: number;
  };
  languages: string[];
  /** The instrument's IANA zone. */
  zone: string;
  signatures: SignatureOnRecord[];
  /** The lowest level among the seals. */
  level: string;
  events: {
    seq: number;
    at: string;
    act: string;
    actor: string;
    party?: string;
    hash: string;
    /** Its index in the log; null if the log has not taken it yet. */
    logged: number | null;
  }[];
  /** The first checkpoint of the log that covers all these events; null if there is none yet. */
  checkpoint: string | null;
};

type Of = {
  id: string;
  reference: string;
  title: Worded;
  languages: string[];
  terms: { authority: string; zone: string };
};

/** The content of the evidence annex: the record of one version up to the given moment, which is the seal. */
export async function readAnnex(
  db: Db,
  agreement: Of,
  { number, until }: { number: number; until: Date },
): Promise<Annex> {
  const { id, reference, title, languages, terms } = agreement;
  const seals = await db
    .selectFrom("seals")
    .select(["digest", "level"])
    .where("agreement", "=", id)
    .where("number", "=", number)
    .orderBy("original")
    .execute();
  const texts = await db
    .selectFrom("version_texts")
    .select(["language", "digest"])
    .where("agreement", "=", id)
    .where("number", "=", number)
    .execute();
  // If the alternat applies, each party has its own sealed instrument.
  const digest = seals.map((one) => one.digest).join(" ");
  const textDigests = Object.fromEntries(texts.map(({ language, digest }) => [language, digest]));
  return {
    instrument: { reference, title, digest, textDigests, version: number },
    languages,
    zone: terms.zone,
    signatures: await readSignatures(db, { id, number, terms }),
    level: ["B-B", "B-T"].find((one) => seals.some(({ level }) => level === one)) ?? "B-LTA",
    ...(await readRecord(db, id, until)),
  };
}

/** Once the log has taken the events, every call returns the same. */
async function readRecord(db: Db, agreement: string, until: Date) {
  const events = await readEvents(db, agreement, until);
  const last = events.at(-1)?.logged ?? null;
  const checkpoint = last === null ? null : await checkpointOver(db, last);
  return { events, checkpoint: checkpoint?.note ?? null };
}

async function readEvents(db: Db, agreement: string, until: Date): Promise<Annex["events"]> {
  const rows = await db
    .selectFrom("evidence")
    .leftJoin("people", "people.id", "evidence.person")
    .leftJoin("log_leaves as leaf", (join) =>
      join
        .onRef("leaf.agreement", "=", "evidence.agreement")
        .onRef("leaf.seq", "=", "evidence.seq"),
    )
    .select(["evidence.seq", "at", "act", "evidence.party", "hash", "people.names", "leaf.index"])
    .where("evidence.agreement", "=", agreement)
    .where("evidence.seq", "<=", lastSeq(agreement, until))
    .orderBy("evidence.seq")
    .execute();
  return rows.map(({ seq, at, act, party, hash, names, index }) => ({
    seq,
    at: at.toISOString(),
    act,
    actor: worded(names ?? {}, "en"),
    ...(party && { party }),
    hash,
    logged: index === null ? null : Number(index),
  }));
}
