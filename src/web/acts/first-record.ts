import type { Agreement } from "../api/agreement.ts";
import { readEvidence } from "../api/evidence.ts";
import type { Values } from "./form.ts";

/**
 * The latest ink signature that one officer has recorded and no second officer has confirmed, as values for the form of
 * `record-signature`; null if there is none. The second officer must record the same, including the scan.
 */
export async function firstRecord({ id, parties }: Agreement): Promise<Values | null> {
  const open = (await readEvidence(id))
    .filter(({ act }) => act === "record-signature")
    .flatMap(({ detail }) => (detail ? [detail] : []))
    .findLast(({ party }) => parties.some(({ code, signed }) => code === party && !signed));
  if (!open) return null;
  const { party, signatory, as, binding, on, scan } = open;
  return {
    party: String(party),
    person: String(signatory),
    as: String(as),
    binding: binding === true,
    on: String(on),
    file: String(scan),
  };
}
