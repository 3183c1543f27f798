import type { X509Certificate } from "node:crypto";
import { distributionPoints } from "./distribution-points.ts";
import { fetchList } from "./fetch-list.ts";
import { type Crl, covers, isIssuedBy, readPublishedCrl } from "./read-crl.ts";
import { whyUnusable } from "./unusable-list.ts";

/** An available list under the name that people know; `list` is null if it is unusable, for the given reason. */
export type NamedList = { name: string } & ({ list: Crl } | { list: null; why: string });

/** What is known about one certificate's revocation. */
export type ListAnswer = {
  /** The newest current list that covers it; null if none is available. */
  list: Crl | null;
  /** Whether there should be one: the certificate names its address, or we keep lists ourselves. */
  isExpected: boolean;
  /** Sentences: why each candidate list is not usable. */
  why: string[];
};

/** The source of revocation lists. */
export type RevocationSource = {
  listFor(certificate: X509Certificate, issuer: X509Certificate): Promise<ListAnswer>;
};

export type RevocationOptions = {
  /** Local lists: opened, or the bytes of one (DER or PEM). */
  lists: () => Promise<readonly (Uint8Array | NamedList)[]>;
  /** Whether the local lists should include all authorities'. */
  isComplete?: boolean;
  /** `host` or `host:port`: the only places that we may fetch a certificate's list from. */
  hosts: readonly string[];
  now(): Date;
  milliseconds?: number;
};

/** Authorities' clocks may be ahead of ours by this much. */
const clockDifferenceMs = 5 * 60_000;

/**
 * Looks among the local lists, then asks the certificate's distribution points by HTTP. A stranger may have written the
 * certificate and its addresses, so it asks only hosts that the operator has named, and follows no redirect. It rejects
 * a list that is not the issuer's, does not cover this certificate or is out of date, and the answer says so.
 */
export function findLists(options: RevocationOptions): RevocationSource {
  const { lists, isComplete = false, hosts, now, milliseconds = 30_000 } = options;
  return {
    listFor: async (certificate, issuer) => {
      const why: string[] = [];
      const usable: Crl[] = [];
      const judge = (given: NamedList) => {
        const fault = faultOf(given, certificate, issuer, now());
        if (fault === "another's") return;
        if (fault) why.push(`${given.name} ${fault}.`);
        else usable.push(given.list!);
      };
      for (const given of await lists()) judge(openList(given, "A list at hand"));
      const points = distributionPoints(certificate);
      for (const url of points?.urls ?? []) {
        if (usable.length > 0) break;
        const name = `The list at ${url.host}`;
        if (!hosts.includes(url.host)) {
          why.push(`${name} is not asked for: the host is not among REVOCATION_HOSTS.`);
          continue;
        }
        const got = await fetchList(url, milliseconds);
        if ("bytes" in got) judge(openList(got.bytes, name));
        else why.push(`${name} cannot be had: ${got.why}.`);
      }
      if (points?.urls.length === 0)
        why.push("The certificate names no list that lies at an HTTP address.");
      const [list = null] = usable.sort((a, b) => b.from.getTime() - a.from.getTime());
      return { list, isExpected: points !== null || isComplete, why };
    },
  };
}

/** Opens the bytes of a list; an unusable one says why. */
export function openList(given: Uint8Array | NamedList, name: string): NamedList {
  if (!(given instanceof Uint8Array)) return given;
  try {
    return { name, list: readPublishedCrl(given) };
  } catch (error) {
    return { name, list: null, why: whyUnusable(error) };
  }
}

/** Why the list does not cover this certificate now; null if it does. */
function faultOf(
  given: NamedList,
  certificate: X509Certificate,
  issuer: X509Certificate,
  now: Date,
): string | "another's" | null {
  if (given.list === null) return given.why;
  const { list } = given;
  if (!isIssuedBy(list, issuer)) return "another's";
  if (!covers(list, certificate, issuer)) return "is of other certificates of the same authority";
  if (list.from.getTime() > now.getTime() + clockDifferenceMs) {
    return `is of a later time than now (${list.from.toISOString()})`;
  }
  if (now > list.until) return `is out of date: the next was due on ${list.until.toISOString()}`;
  return null;
}
