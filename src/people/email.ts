import { domainToASCII, domainToUnicode } from "node:url";
import { Refusal } from "#src/errors.ts";

/** One part of a dot-atom (RFC 5322 section 3.2.3). */
const atom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+$/i;
/** A label of a host's name (RFC 1123 section 2.1), as Punycode too. */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Characters that a host's name never has, and that address parsers split at or decode. */
const foreign = /[\s\p{Cc}/?#@:%\\[\]<>"(),;]/u;

/**
 * The one form in which an address is stored and compared: lower case, its domain in ASCII (`қаз` as `xn--80ao21a`, RFC
 * 5891). Throws the Refusal `invalid-address`. The part before the @ must be ASCII, because the many mail servers
 * without SMTPUTF8 (RFC 6531) cannot deliver to other addresses.
 */
export function canonicalEmail(given: string, pointer = "/email"): string {
  const text = given.normalize("NFC").trim();
  const [, local = "", domain = ""] = text.match(/^([^@]+)@([^@]+)$/) ?? [];
  if (!local) throw invalid(pointer, "is not of the form name@host");
  if (/[^\p{ASCII}]/u.test(local)) {
    throw invalid(pointer, "has letters before the @ that many mail servers do not take");
  }
  if (local.length > 64 || !local.split(".").every((part) => atom.test(part))) {
    throw invalid(pointer, "has no valid name before the @");
  }
  const host = foreign.test(domain) ? "" : domainToASCII(domain).toLowerCase();
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || !labels.every((one) => label.test(one)) || !/[a-z]/.test(last)) {
    throw invalid(pointer, "has no valid domain after the @");
  }
  const canonical = `${local.toLowerCase()}@${host}`;
  if (canonical.length > 254) throw invalid(pointer, "is longer than 254 characters");
  return canonical;
}

/** An address in its readable form, with the domain in its own script. */
export function shownEmail(canonical: string): string {
  const at = canonical.lastIndexOf("@");
  const domain = canonical.slice(at + 1);
  if (!domain.includes("xn--")) return canonical;
  return `${canonical.slice(0, at)}@${domainToUnicode(domain) || domain}`;
}

function invalid(pointer: string, detail: string): Refusal {
  return new Refusal("invalid-address", `The e-mail address ${detail}.`, {
    errors: [{ pointer, detail }],
  });
}
