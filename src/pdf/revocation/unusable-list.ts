import { NotDer } from "../cms/read-der.ts";

/** Why a revocation list says nothing of a certificate: words that go on from the list's name or address. */
export class UnusableList extends NotDer {
  override name = "UnusableList";
}

/** The same words for anything that reading a list may throw: hostile bytes make parsers fail in many ways. */
export function whyUnusable(error: unknown): string {
  return error instanceof UnusableList ? error.message : "is no whole revocation list, DER or PEM";
}
