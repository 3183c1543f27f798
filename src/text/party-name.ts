import known from "../../templates/parties.json" with { type: "json" };

export type KnownParty = {
  code: string;
  kind: "state" | "organization";
  /** Official names by language, as the party itself uses them in treaties. */
  names: Record<string, string>;
  /** The name in lists (UNTERM), given if Unicode's data has another name than the party uses. */
  short?: Record<string, string>;
};

/** The parties whose official names ship with the service, in protocol order. */
export const knownParties = known as KnownParty[];

const byCode = new Map(knownParties.map(({ code, names }) => [code, names]));

/**
 * A party's official name in a language: its own, else the one that ships with us, else the short name in Unicode's
 * data for the country. The last resort is its name in another language or its code.
 */
export function partyName({ code, name = {} }: SourceParty, language: string): string {
  const official = name[language] ?? (code && byCode.get(code)?.[language]);
  if (official) return official;
  if (code && /^[A-Z]{2}$/.test(code)) {
    const short = new Intl.DisplayNames([language], { type: "region", fallback: "none" }).of(code);
    if (short) return short;
  }
  const any = Object.values(name)[0] ?? (code && byCode.get(code)?.en);
  return any ?? code ?? "";
}

export type SourceParty = {
  code?: string;
  name?: Record<string, string>;
  signatory?: { name: Record<string, string>; title?: Record<string, string> };
};
