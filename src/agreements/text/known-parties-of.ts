import type { Db } from "#src/db/db.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import { listParties, type Party } from "#src/parties/find.ts";
import { orderParties } from "#src/parties/order-parties.ts";
import { neededForms } from "#src/text/party-forms.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { isBodyOfState, type PartyOrder } from "#workflows/party-kinds.ts";

/** A party as an officer names it for an agreement. A State may take part as its Government; it is bound either way. */
export type NamedParty = { code: string; as?: "state" | "government" | undefined };

/** A known party, with the names under which it takes part. */
export type TakingPart = Party & { asGovernment: boolean };

type Wanted = {
  parties: NamedParty[];
  order?: PartyOrder | undefined;
  /** The languages in which a text will name them. */
  languages?: string[] | undefined;
};

/**
 * The named parties in the agreement's order. Throws a Refusal that points at each party that the office does not know,
 * a Government of anything but a State, a name without a form that a language needs, and a State beside its own ministry
 * or agency, which is the same party of two kinds.
 */
export async function knownPartiesOf(
  tx: Db,
  { parties: wanted, order = { by: "protocol" }, languages = [] }: Wanted,
  placeOf = (index: number) => `/parties/${index}/code`,
): Promise<TakingPart[]> {
  const known = new Map((await listParties(tx)).map((party) => [party.code, party]));
  refuse(
    "malformed-request",
    wanted.flatMap(({ code }, index) =>
      known.has(code) ? [] : [{ pointer: placeOf(index), detail: `${code} is not a known party` }],
    ),
  );
  refuse(
    "not-a-government",
    wanted.flatMap(({ code, as }, index) =>
      as !== "government" || known.get(code)?.kind === "state"
        ? []
        : [{ pointer: placeOf(index), detail: `${code} is not a State` }],
    ),
  );
  const chosen = wanted.flatMap(({ code }) => known.get(code) ?? []);
  refuseTwice(chosen, placeOf);
  if (order.by === "alphabetical" && languages.length > 0 && !languages.includes(order.language)) {
    refuse("malformed-request", [
      { pointer: "/order/language", detail: "is not one of the languages" },
    ]);
  }
  const governments = new Set(
    wanted.filter(({ as }) => as === "government").map(({ code }) => code),
  );
  refuseWithoutForms(
    chosen.filter(({ code }) => governments.has(code)),
    { languages, wanted, placeOf },
  );
  return orderParties(chosen, order).map((party) => {
    const asGovernment = governments.has(party.code);
    const named = asGovernment && party.government ? party.government : party;
    return { ...party, names: named.names, forms: named.forms, asGovernment };
  });
}

/**
 * A ministry or agency acts for its State: beside it, or among bodies of the same State alone, the State would agree with
 * itself.
 */
function refuseTwice(chosen: Party[], placeOf: (index: number) => string): void {
  const codes = new Set(chosen.map(({ code }) => code));
  const alone = chosen.length > 1 && new Set(chosen.map(stateOf)).size === 1;
  refuse(
    "party-of-two-kinds",
    chosen.flatMap(({ code, kind, state }, index) =>
      isBodyOfState(kind) && state !== null && (alone || codes.has(state))
        ? [{ pointer: placeOf(index), detail: `${code} is a body of ${state}` }]
        : [],
    ),
  );
}

/** The State or organisation that a party binds. */
function stateOf({ code, state }: Party): string {
  return state ?? code;
}

/** The name of a Government is built from forms of the State's name, which some languages cannot derive. */
function refuseWithoutForms(
  governments: Party[],
  {
    languages,
    wanted,
    placeOf,
  }: { languages: string[]; wanted: NamedParty[]; placeOf: (index: number) => string },
): void {
  refuse(
    "party-form-missing",
    governments.flatMap(({ code, government }) =>
      languages
        .filter((language) => government?.names[language] === undefined)
        .map((language) => ({
          pointer: placeOf(wanted.findIndex((one) => one.code === code)),
          detail: `${code} lacks in ${language}: ${neededForms(language, { isState: true }).join(", ")}`,
        })),
    ),
  );
}

type Code = "malformed-request" | "not-a-government" | "party-of-two-kinds" | "party-form-missing";

function refuse(code: Code, errors: Fault[]): void {
  if (errors.length === 0) return;
  const detail = code === "malformed-request" ? "A party is not known." : problemWords(code, "en");
  throw new Refusal(code, detail, { errors });
}
