import { byAlphabet } from "#src/text/party-alphabet.ts";
import type { PartyOrder } from "#workflows/party-kinds.ts";
import type { Party } from "./find.ts";

type Ordered = Pick<Party, "code" | "names" | "protocolOrder">;

/** Sorts parties as the instrument orders them; `chosen` is the order in which the officer gave them. */
export function orderParties<P extends Ordered>(chosen: P[], order: PartyOrder): P[] {
  if (order.by === "as-chosen") return [...chosen];
  const byProtocol = chosen.toSorted(
    (a, b) => a.protocolOrder - b.protocolOrder || (a.code < b.code ? -1 : 1),
  );
  return order.by === "protocol" ? byProtocol : byProtocol.toSorted(byAlphabet(order.language));
}
