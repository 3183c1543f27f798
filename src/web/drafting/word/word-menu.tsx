import type { Agreement } from "../../api/agreement.ts";
export function WordMenu(_: { agreement: Agreement; languages: string[] }) {
  return null;
}
