import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Agreement } from "../../api/agreement.ts";

export const panels = ["comments", "checks", "round", "versions"] as const;
export type Panel = (typeof panels)[number];

/** What the page shows. It is in the address, so that it can be shared. */
export type View = {
  /** The language shown, and the one beside it. */
  language: string;
  beside: string | null;
  /** The version shown. With `from`, the changes since that version. */
  to: number;
  from: number | null;
  panel: Panel;
};

export function useView({ languages, textVersion }: Agreement, own: string) {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const number = (words: string | undefined) => {
    const value = Number(words);
    return Number.isInteger(value) && value > 0 && value <= textVersion ? value : null;
  };
  const known = (tag: string | undefined) => languages.find((one) => one === tag);
  const language = known(search.language) ?? known(own) ?? languages[0] ?? "en";
  const beside = known(search.beside) ?? null;
  const view: View = {
    language,
    beside: beside === language ? null : beside,
    to: number(search.to) ?? textVersion,
    from: number(search.from),
    panel: panels.find((one) => one === search.panel) ?? "comments",
  };
  const look = (change: Partial<View>) => {
    const next = { ...view, ...change };
    navigate({
      to: ".",
      replace: true,
      resetScroll: false,
      search: {
        language: next.language,
        ...(next.beside && { beside: next.beside }),
        ...(next.to !== textVersion && { to: String(next.to) }),
        ...(next.from && { from: String(next.from) }),
        ...(next.panel !== "comments" && { panel: next.panel }),
      } as never,
    });
  };
  return { view, look };
}
