import type { Db } from "#src/db/db.ts";
import { findProfiles } from "#src/templates/profiles.ts";
import { type ToldWarning, tellWarnings } from "#src/text/check-texts.ts";
import type { Profile } from "#src/text/checks/binding/profile.ts";
import type { AgreementRow } from "../find.ts";
import { differenceKey, readDismissals } from "../text/differences.ts";
import { readSource } from "../text/read-source.ts";
import { readVerdicts, type Verdict, warningsOf } from "../text/warnings.ts";

/** How many officers close a difference between terms and words. */
const enough = 2;

export type CheckView = ToldWarning & {
  /** What an officer's verdict names. */
  key: string;
  /** A difference between terms and words is dismissed by two officers; any other warning is judged by one. */
  kind: "warning" | "difference";
  /** False once it is judged to be a false alarm. */
  open: boolean;
  verdicts: Verdict[];
};

/** What to look at in the current texts, in the reader's language, with what the office has said of it. */
export async function viewChecks(
  db: Db,
  agreement: AgreementRow,
  language: string,
): Promise<{ warnings: CheckView[]; profiles: Profile[] }> {
  const { id, text_version, terms } = agreement;
  const source = await readSource(db, agreement, text_version);
  const profiles = await findProfiles(db, agreement);
  const warnings = await warningsOf(source, terms, profiles);
  const verdicts = await readVerdicts(db, id);
  const dismissals = await readDismissals(db, id);
  const told = tellWarnings(warnings, language);
  const views = warnings.map(async ({ key, detail }, at): Promise<CheckView> => {
    const words = told[at] as ToldWarning;
    if ("difference" in detail) {
      const own = await differenceKey(detail.difference);
      const dismissed = dismissals.get(own) ?? [];
      return {
        ...words,
        key: own,
        kind: "difference",
        open: dismissed.length < enough,
        verdicts: dismissed.map((one) => ({ ...one, verdict: "false-alarm" })),
      };
    }
    const judged = verdicts.get(key) ?? [];
    const open = judged.at(-1)?.verdict !== "false-alarm";
    return { ...words, key, kind: "warning", open, verdicts: judged };
  });
  return { warnings: await Promise.all(views), profiles };
}
