import { NotDer } from "../cms/read-der.ts";

/** Why a revocation list is unusable for a certificate: words that continue the list's name or address. */
export class UnusableList extends NotDer {
  override name = "UnusableList";
}

/** The same words for any error from reading a list: hostile bytes make parsers fail in many ways. */
export function whyUnusable(error: unknown): string {
  return error instanceof UnusableList ? error.message : "is no whole revocation list, DER or PEM";
}
