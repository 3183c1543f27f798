import type { Agreement } from "../api/agreement.ts";
import { address } from "../api/client.ts";
import { OpenToParties } from "./open-to-parties.tsx";

/** To whom an agreement stays open after its first seal, with the pages of later signatures. */
export function OpenAgreement({ agreement }: { agreement: Agreement }) {
  const { id, publish, signatureUntil, parties, papers } = agreement;
  return (
    <OpenToParties
      signature={publish?.signature ?? "none"}
      until={signatureUntil}
      others={parties.filter(({ entitled }) => entitled)}
      papers={papers.map(({ serial, kind, party }) => ({
        serial,
        kind,
        party,
        href: address(`/agreements/${id}/papers/${serial}`),
      }))}
    />
  );
}
