import type { Act } from "./form.ts";

/** The acts that move an agreement forward, in the order in which they are usually taken. */
const moving: Act[] = [
  "confirm-proposal",
  "submit",
  "verify-credentials",
  "certify",
  "authenticate",
  "open-signing",
  "retry-seal",
  "publish",
  "determine-entry",
  "make-correction",
  "ingest",
];

const groups = {
  text: ["submit", "revise-text", "describe", "change-parties", "certify", "authenticate"],
  signing: [
    "designate",
    "present-credentials",
    "verify-credentials",
    "reject-credentials",
    "revoke-credentials",
    "open-signing",
    "record-signature",
    "confirm",
    "retry-seal",
  ],
  force: [
    "publish",
    "deposit",
    "accede",
    "notify-completion",
    "determine-entry",
    "apply-provisionally",
    "end-provisional",
    "confirm-reservation",
    "notify-reservation",
    "give-notice",
    "revoke-notice",
  ],
  later: [
    "confirm-proposal",
    "reject-proposal",
    "renew",
    "suspend",
    "resume",
    "terminate",
    "supersede",
    "propose-correction",
    "make-correction",
    "withdraw",
  ],
  archive: ["issue-certified-copy", "ingest", "check-fixity", "submit-to-un", "register-with-un"],
} as const satisfies Record<string, Act[]>;

export type Group = keyof typeof groups;

/** Sorts acts into groups. Acts that belong to no group are left out. */
export function grouped<Item extends { act: Act }>(acts: Item[]): [Group, Item[]][] {
  return (Object.keys(groups) as Group[]).flatMap((group) => {
    const order: readonly Act[] = groups[group];
    const own = order.flatMap((act) => acts.find((one) => one.act === act) ?? []);
    return own.length > 0 ? [[group, own] as [Group, Item[]]] : [];
  });
}

/** The act most likely to be taken next. */
export function firstOf(acts: { act: Act; allowed: boolean }[]): Act | null {
  return moving.find((act) => acts.some((one) => one.act === act && one.allowed)) ?? null;
}
