import type { Agreement } from "../api/agreement.ts";
import { call } from "../api/client.ts";
import type { Values } from "./form.ts";

type Line = { act?: string; party?: string; detail?: Record<string, unknown> };

/** A signature in ink that one officer has recorded: the second one records the same, down to the scan. */
export async function firstRecord({ id, parties }: Agreement): Promise<Values | null> {
  const answer = await call(`/agreements/${id}/evidence`, {});
  const lines = (await answer.text()).trim().split("\n");
  const records = lines
    .map((line) => JSON.parse(line) as Line)
    .filter(({ act, detail }) => act === "record-signature" && detail)
    .map(({ detail = {} }) => detail);
  const open = records.findLast(({ party }) =>
    parties.some(({ code, signed }) => code === party && signed === null),
  );
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
