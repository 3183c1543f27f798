import type { Worded } from "#src/db/columns.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { checkNames } from "#src/text/check-names.ts";
import type { FormsByLanguage } from "#src/text/party-forms.ts";
import { checkText } from "#src/text/policy.ts";
import { checkPrintable } from "#src/text/printable.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { isBodyOfState } from "#workflows/party-kinds.ts";
import type { Memberships, Party } from "./find.ts";

/** What is said about memberships; undefined: nothing new. */
export type GivenMemberships = { [Name in keyof Memberships]?: boolean | null | undefined };

/** Refuses anyone but the secretariat, which manages parties. */
export function checkManager(by: Person): void {
  if (can(by, "manage-parties")) return;
  throw new Refusal("forbidden", "Only the secretariat cares for the parties.");
}

/** Returns a party's names in a form that an instrument can print; otherwise throws a Refusal. */
export function checkOfficial(names: Worded): Worded {
  return checkNames(names, "names");
}

/**
 * Throws a Refusal if what is said does not fit the kind: only States are Members of the United Nations (Charter,
 * article 4), and a body of a State belongs where its State does.
 */
export function checkMemberships(kind: Party["kind"], said: Memberships): void {
  const possible: readonly (keyof Memberships)[] =
    kind === "state"
      ? ["member", "unMember", "unSystem"]
      : kind === "organization"
        ? ["member", "unSystem"]
        : [];
  const strange = (["member", "unMember", "unSystem"] as const).find(
    (name) => said[name] !== null && !possible.includes(name),
  );
  if (strange === undefined) return;
  throw new Refusal("malformed-request", "A party of this kind is no member in its own right.", {
    errors: [{ pointer: `/${strange}`, detail: "does not fit the kind of party" }],
  });
}

/** Returns the forms of a party's names as they can be printed. A form of a name that is not given is refused. */
export function checkForms(forms: FormsByLanguage, names: Worded): FormsByLanguage {
  const strange = Object.keys(forms).find((language) => names[language] === undefined);
  if (strange !== undefined) {
    throw new Refusal("malformed-request", "A form belongs to a name.", {
      errors: [{ pointer: `/forms/${strange}`, detail: "has no name in this language" }],
    });
  }
  return Object.fromEntries(
    Object.entries(forms).map(([language, { gender, ...words }]) => {
      const checked = Object.entries(words).flatMap(([form, text]) => {
        if (text === undefined) return [];
        const pointer = `/forms/${language}/${form}`;
        const printed = checkText(text, { kind: "name", language, pointer });
        checkPrintable(printed);
        return [[form, printed] as const];
      });
      return [language, { ...Object.fromEntries(checked), ...(gender && { gender }) }];
    }),
  );
}

/**
 * Refuses a ministry or agency without the State behind it, one behind which there is no State, and a State behind a
 * State or organisation.
 */
export async function checkBehind(
  tx: Tx,
  { code, kind, state }: Pick<Party, "code" | "kind" | "state">,
): Promise<void> {
  if (!isBodyOfState(kind)) {
    if (state !== null) throw wrongState("only a ministry or agency has a State behind it");
    return;
  }
  if (state === null) throw wrongState("is missing");
  const behind = await tx
    .selectFrom("parties")
    .select("kind")
    .where("code", "=", state)
    .executeTakeFirst();
  if (state === code || behind?.kind !== "state") throw wrongState(`${state} is not a State`);
}

function wrongState(detail: string): Refusal {
  return new Refusal("no-state-behind", problemWords("no-state-behind", "en"), {
    errors: [{ pointer: "/state", detail }],
  });
}

type PartyEvent = { at: Date; actor: string; party: string; event: "added" | "changed" | "ceased" };

/** Records a change to a party's entry. The record is append-only. */
export async function recordPartyEvent(tx: Tx, event: PartyEvent, detail: object): Promise<void> {
  await tx
    .insertInto("party_events")
    .values({ ...event, detail: JSON.stringify(detail) })
    .execute();
}
