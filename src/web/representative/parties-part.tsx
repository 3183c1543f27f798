import type { Agreement } from "../api/agreement.ts";

export default function PartiesPart(_: { agreement: Agreement; party: string }) {
  return null;
}
