import type { Agreement } from "../../api/agreement.ts";
export function VersionWord(_: { agreement: Agreement; number: number; newest: number }) {
  return null;
}
