import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";
import type { Terms } from "#workflows/terms.ts";
import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  signs,
  takes,
} from "./hall.ts";

export const two = ["KZ", "KR"];

type Drafted = Partial<Omit<NewAgreement, "parties" | "terms">> & {
  parties?: string[];
  /** Whether each State takes part as its Government. */
  asGovernments?: boolean;
  terms?: Partial<Terms>;
};

type More = Drafted & {
  /** How each party signs. */
  as: string;
  /** What a party sends with its signature, such as a reservation. */
  with?: Record<string, object>;
};

/** Drafted, approved and authenticated, without more authority than the template asks, and open for signing; its id. */
export async function opensForSigning(
  hall: Hall,
  template: string,
  { terms, parties = two, asGovernments = false, ...more }: Drafted,
): Promise<string> {
  const languages = more.languages ?? ["en", "ru"];
  const made = await drafts(hall, {
    template,
    title: { en: "Agreement between Two", ru: "Соглашение двух" },
    languages,
    ...more,
    parties: parties.map((code) => ({ code, ...(asGovernments && { as: "government" }) })),
    terms: { authority: "dispensed", clearance: false, zone: "Asia/Almaty", ...terms },
  });
  await designates(hall, made, parties);
  await takes(hall.officers[0], made, "submissions");
  await approves(hall, made, parties);
  await authenticates(hall, made, languages);
  await both(hall.officers, made, "signing", {});
  return made;
}

/** Opened for signing, signed by all, sealed and published; its id. */
export async function concludes(hall: Hall, template: string, given: More): Promise<string> {
  const { as, with: with_ = {}, ...drafted } = given;
  const made = await opensForSigning(hall, template, drafted);
  for (const party of given.parties ?? two) await signs(hall, made, party, { as, ...with_[party] });
  await hall.work();
  await takes(hall.officers[0], made, "publication");
  return made;
}

/** The derived dates are put on record, and the day comes; the agreement is then in force. */
export async function entersIntoForce(hall: Hall, id: string, moment: string): Promise<void> {
  const { entry, participants } = await hall.status(id);
  const parties = Object.fromEntries(
    participants.flatMap(({ party, entry: own }) =>
      own?.state === "dated" ? [[party, own.on]] : [],
    ),
  );
  await takes(hall.secretaries[0], id, "entry-into-force", { instrument: entry.on, parties });
  await hall.at(moment);
}
