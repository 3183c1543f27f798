import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Authority, Issued, IssueOptions } from "./authority.ts";
import type { Client } from "./office.ts";

export type Prepared = {
  id: string;
  party: string;
  field: string;
  until: string;
  /** sha-256 of the statement of consent. */
  consent: string;
  originals: { original: string; file: string; digest: string; attributes: string }[];
};

/** How a card answers: with the signature, a CMS around it, or a CMS that `openssl cms` makes by itself. */
export type Manner = "signature" | "bare cms";

/** A signatory's card: the key stays in files that openssl alone reads. */
export function cardOf(authority: Authority, name: string, options: IssueOptions = {}) {
  const issued = authority.issue(name, options);
  const base64 = (der: Uint8Array) => Buffer.from(der).toString("base64");
  const work = (file: string) => join(authority.path, file);
  const openssl = (...args: string[]) =>
    execFileSync("openssl", args, { cwd: authority.path, stdio: "pipe" });
  return {
    issued,
    certificate: base64(issued.certificate),
    /** Signs the bytes given, as `openssl dgst` or `openssl cms` does. */
    signs(bytes: Uint8Array, manner: Manner, digest = "sha256", options: string[] = []): Buffer {
      writeFileSync(work("to-sign"), bytes);
      if (manner === "signature") {
        const how = [`-${digest}`, "-sign", issued.keyFile, ...options];
        openssl("dgst", ...how, "-out", "signed", "to-sign");
      } else {
        const who = ["-signer", issued.certificateFile, "-inkey", issued.keyFile];
        const how = ["-binary", "-noattr", "-md", digest, "-outform", "DER"];
        openssl("cms", "-sign", "-in", "to-sign", ...who, ...how, "-out", "signed");
      }
      return readFileSync(work("signed"));
    },
    openssl,
  };
}

export type Card = ReturnType<typeof cardOf>;

/** Announces the certificate for the original on record. */
export async function announce(
  client: Client,
  agreement: string,
  card: { certificate: string },
  change: Record<string, unknown> = {},
): Promise<Response> {
  const { original } = await client.get<{ original: string }>(`/agreements/${agreement}`);
  return client.act(agreement, "signatures/preparations", {
    original,
    binding: true,
    certificate: card.certificate,
    ...change,
  });
}

/** The answer to a preparation: everything in it signed by the card. */
export function answerOf(
  prepared: Prepared,
  card: Card,
  manner: Manner = "signature",
  digest = "sha256",
) {
  return {
    originals: prepared.originals.map(({ original, attributes }) => {
      const made = card.signs(Buffer.from(attributes, "base64"), manner, digest).toString("base64");
      return manner === "signature" ? { original, signature: made } : { original, cms: made };
    }),
  };
}

/** Announces and signs; the answer of the last request. */
export async function signWithCard(
  client: Client,
  agreement: string,
  card: Card,
  { manner = "signature", ...change }: Record<string, unknown> & { manner?: Manner } = {},
): Promise<Response> {
  const announced = await announce(client, agreement, card, change);
  if (announced.status !== 201) return announced;
  const prepared = (await announced.json()) as Prepared;
  const digest = String(change.digestAlgorithm ?? "sha256");
  return client.send(
    "PUT",
    `/signatures/${prepared.id}/cms`,
    answerOf(prepared, card, manner, digest),
  );
}

export type { Issued };
