import type { PartyOrder } from "#workflows/party-kinds.ts";
import type { Party } from "./find.ts";

type Ordered = Pick<Party, "code" | "names" | "protocolOrder">;

/**
 * Sorts parties as the instrument orders them; `chosen` is the order in which the officer gave them. The alphabet is
 * that of the official name without its article, as Unicode collates it in the language. A Government sorts as its State,
 * so pass the State's names. Parties without a name in the language come last.
 */
export function orderParties<P extends Ordered>(chosen: P[], order: PartyOrder): P[] {
  if (order.by === "as-chosen") return [...chosen];
  const byProtocol = chosen.toSorted(
    (a, b) => a.protocolOrder - b.protocolOrder || (a.code < b.code ? -1 : 1),
  );
  if (order.by === "protocol") return byProtocol;
  const { language } = order;
  const { compare } = new Intl.Collator(language);
  const keyOf = ({ names }: P) => withoutArticle(names[language] ?? "");
  return byProtocol.toSorted((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === "" || right === "") return Number(left === "") - Number(right === "");
    return compare(left, right);
  });
}

/** The article of an English or French name, which no alphabet counts. */
function withoutArticle(name: string): string {
  return name.replace(/^(?:the |les? |la |l[’'])/i, "");
}
