import { changePerson, changeToPropose, type ProposedChange } from "#src/accounts/change-person.ts";
import { type Invited, invite } from "#src/accounts/invite.ts";
import type { Context } from "#src/context.ts";
import type { OfficeProposalKind } from "#src/db/tables/proposals.ts";
import { endParty, type PartyEnd } from "#src/parties/end.ts";
import type { Permission } from "#src/people/can.ts";
import { canonicalEmail } from "#src/people/email.ts";
import type { Person } from "#src/people/person.ts";
import type { Confirming } from "#src/people/second-person.ts";
import { addTemplateVersion } from "#src/templates/add-version.ts";

export type Given = {
  "invite-person": Invited;
  "change-person": ProposedChange & { person: string };
  "publish-template": { name: string; files: Record<string, string> };
  "end-party": PartyEnd;
};

type Kind<Name extends OfficeProposalKind> = {
  /** Who can propose it. Another person who has `confirms` confirms it. */
  proposes: Permission;
  confirms: Permission;
  /** Its subject. Only one proposal of a kind and subject waits at a time. */
  subject(given: Given[Name]): string;
  /** The page where it is confirmed. */
  page: string;
  /** What is stored until confirmation, if not the whole input. */
  keep?(ctx: Context, given: Given[Name]): Promise<Given[Name]>;
  /** Carries it out and returns the id or digest of the result. Throws `SecondPersonNeeded` without a confirmation. */
  run(ctx: Context, by: Person, given: Given[Name], confirming?: Confirming): Promise<string>;
};

/** The changes that one member of the secretariat proposes and another confirms. */
export const kinds: { [Name in OfficeProposalKind]: Kind<Name> } = {
  "invite-person": {
    proposes: "manage-accounts",
    confirms: "manage-accounts",
    page: "/secretariat/people",
    subject: ({ email }) => canonicalEmail(email),
    run: async (ctx, by, given, confirming) => (await invite(ctx, by, given, confirming)).id,
  },
  "change-person": {
    proposes: "manage-accounts",
    confirms: "manage-accounts",
    page: "/secretariat/people",
    subject: ({ person }) => person,
    keep: async (ctx, { person, ...change }) => ({
      person,
      ...(await changeToPropose(ctx, person, change)),
    }),
    run: async (ctx, by, { person, ...change }, confirming) => {
      await changePerson(ctx, by, person, change, confirming);
      return person;
    },
  },
  "publish-template": {
    proposes: "propose-template",
    confirms: "manage-templates",
    page: "/secretariat/templates",
    subject: ({ name }) => name,
    run: async (ctx, by, given, confirming) =>
      (await addTemplateVersion(ctx, by, given, confirming)).digest,
  },
  "end-party": {
    proposes: "manage-parties",
    confirms: "manage-parties",
    page: "/secretariat/parties",
    subject: ({ code }) => code,
    run: endParty,
  },
};
