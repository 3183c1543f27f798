import type { Agreement } from "../api/agreement.ts";

export default function AuthorityPart(_: { agreement: Agreement; party: string }) {
  return null;
}
