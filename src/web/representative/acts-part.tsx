import type { Agreement } from "../api/agreement.ts";

export default function ActsPart(_: { agreement: Agreement; party: string }) {
  return null;
}
