import { createHash, randomBytes, type X509Certificate } from "node:crypto";
import { unsigned } from "../cms/der.ts";
import { readDer, sameBytes } from "../cms/read-der.ts";
import { checkTrust } from "../verify/check-trust.ts";
import { checkTimestamp } from "./check-timestamp.ts";
import { readAtMost } from "./read-at-most.ts";
import { timestampRequest, tokenIn } from "./request.ts";
import { tidyToken } from "./tidy-token.ts";

/** An authority that certifies when data existed (RFC 3161). */
export type TimestampAuthority = {
  /**
   * Returns a checked token, in DER, over the SHA-256 digest of `bytes`, in our normal form of tokens. Throws
   * NoTimestamp; the caller must then claim none.
   */
  stamp(bytes: Uint8Array): Promise<Uint8Array>;
  /**
   * The certificates that its next token will contain, in DER, so that we can reserve exactly the room for them.
   * Requests a dummy timestamp unless we already got one. Throws NoTimestamp.
   */
  certificates(): Promise<Uint8Array[]>;
  /** The authorities that its certificates must chain to. */
  trust: X509Certificate[];
};

export type AuthorityOptions = {
  /** Its address, by HTTP (RFC 3161, 3.4). */
  url: string;
  trust: X509Certificate[];
  /** The required policy; any unless named. */
  policy?: string | null;
  now(): Date;
  /** 10 s unless given. */
  milliseconds?: number;
};

/** Why there is no timestamp. It may pass, so the job retries. */
export class NoTimestamp extends Error {
  override name = "NoTimestamp";
}

const largestAnswer = 64 * 1024;

/** An authority at an address that the operator configured; checks every answer. */
export function askAuthority(options: AuthorityOptions): TimestampAuthority {
  let latest: Uint8Array[] | null = null;
  const stamp = async (bytes: Uint8Array) => {
    const digest = new Uint8Array(createHash("sha256").update(bytes).digest());
    const nonce = new Uint8Array(randomBytes(16));
    const policy = options.policy ?? null;
    const answer = await ask(options, timestampRequest(digest, { nonce, policy }));
    const wanted = { bytes, nonce, policy, trust: options.trust, at: options.now() };
    const { token, certificates } = expectAnswer(answer, wanted);
    latest = certificates;
    return token;
  };
  return {
    trust: options.trust,
    stamp,
    certificates: async () => {
      if (!latest) await stamp(new Uint8Array());
      return latest ?? [];
    },
  };
}

/** Clocks may differ by this much. */
const clockDifferenceMs = 5 * 60_000;

async function ask(
  { url, milliseconds = 10_000 }: AuthorityOptions,
  request: Uint8Array,
): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(milliseconds);
  const post = () =>
    fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/timestamp-query" },
      body: request as Uint8Array<ArrayBuffer>,
      redirect: "error",
      signal,
    });
  try {
    // The other end may have closed a kept-alive connection: ask once more.
    const response = await post().catch((error) => {
      if (error instanceof TypeError) return post();
      throw error;
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const token = tokenIn(await readAtMost(response, largestAnswer));
    if (!token) throw new Error("it refused");
    return token;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NoTimestamp(`The timestamp authority gave no timestamp: ${why}.`);
  }
}

type Wanted = {
  bytes: Uint8Array;
  nonce: Uint8Array;
  policy: string | null;
  trust: X509Certificate[];
  at: Date;
};

function expectAnswer(token: Uint8Array, { bytes, nonce, policy, trust, at }: Wanted) {
  const stamp = read(token, bytes);
  const { info, signer, certificates } = stamp;
  const wrong = (what: string) => new NoTimestamp(`The timestamp authority answered ${what}.`);
  const [first] = stamp.findings;
  if (first) throw wrong(`with a timestamp that does not hold: ${first.sentence}`);
  if (!info.nonce || !sameBytes(info.nonce, readDer(unsigned(nonce)).content)) {
    throw wrong("another question");
  }
  if (policy && info.policy !== policy) throw wrong(`under the policy ${info.policy}`);
  const apart = Math.abs(info.at.getTime() - at.getTime());
  if (apart > clockDifferenceMs) {
    const seconds = Math.round(apart / 1000);
    throw wrong(
      `that it is ${info.at.toISOString()}, which is ${seconds} s from this machine's clock; set the clock right, or name another authority`,
    );
  }
  const { findings, chain } = checkTrust({
    signer,
    certificates,
    trust,
    signedAt: info.at,
    at,
    isProven: false,
    seenAt: null,
    purpose: "timestamps",
    lists: [],
    label: "timestamp",
  });
  // Drop certificates that the authority adds and no one needs.
  const [fault] = findings.filter(({ code }) => code !== "broken-signature");
  if (fault) throw wrong(`with a timestamp that is not trusted: ${fault.sentence}`);
  return tidyToken(token, (der) => chain.some(({ raw }) => sameBytes(raw, der)));
}

function read(token: Uint8Array, bytes: Uint8Array) {
  try {
    const digestOf = (name: string) => createHash(name).update(bytes).digest();
    return checkTimestamp(token, { digestOf, label: "timestamp" });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NoTimestamp(`The timestamp authority's answer cannot be read: ${why}`);
  }
}
