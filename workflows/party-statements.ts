import { holds, kept } from "./law.ts";

/** What a State that has consented may declare beside its consent, and change later. */
export const stating = {
  "declare-territory": {
    guard: holds("territories-may-be-declared", "territory-was-declared", "act-was-possible-then"),
    actions: "announce-territory" as const,
  },
  "declare-under-article": {
    guard: holds(
      "declaration-is-foreseen",
      "declaration-is-new",
      "declaration-stands",
      "declaration-may-be-withdrawn",
      "act-was-possible-then",
    ),
    actions: "announce-article-declaration" as const,
  },
  "designate-authority": {
    guard: holds("authority-is-foreseen", "act-was-possible-then"),
    actions: "announce-authority" as const,
  },
};

/** The agreement's side of these statements. */
export const statements = {
  "declare-territory": kept("party-takes-part"),
  "declare-under-article": kept("party-takes-part"),
  "designate-authority": kept("party-takes-part"),
};
