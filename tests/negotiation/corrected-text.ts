import type { CorrectionView } from "#src/agreements/corrections/list-corrections.ts";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import type { Client } from "#tests/support/office.ts";
import type { Terms } from "#workflows/terms.ts";
import { concludes } from "./concludes.ts";
import { type Hall, openHall } from "./hall.ts";

/** A sealed arrangement with an error in its English text, and its corrections over the API. */
export type CorrectedText = Awaited<ReturnType<typeof openCorrectedText>>;

export const right = [{ language: "ru", reason: "The Russian text has the plural." }];
export const plural = {
  language: "en",
  article: 3,
  found: "a coordinator",
  corrected: "coordinators",
};
export const proposal = { reason: "A word in the singular.", changes: [plural], right };

export async function openCorrectedText(terms: Partial<Terms>) {
  const hall: Hall = await openHall("2027-01-10T09:00:00+05:00");
  const id = await concludes(hall, "joint-research-arrangement", {
    variables: { place: "Astana", entry_days: 30, withdrawal_months: 6, duration_years: 1 },
    clauses: { consent: "definitive", "entry-into-force": "after-last-notification" },
    terms: { alternat: "none", ...terms },
    as: "definitive",
  });
  const corrections = async (who: Client = hall.officers[0]) =>
    (await who.get<{ items: CorrectionView[] }>(`/agreements/${id}/corrections`)).items;
  const lastOne = async () => (await corrections()).at(-1);
  /** The words of a sealed paper, on one line. */
  const pdf = async (serial: number, root = "agreements") => {
    const answer = await hall.archivist.send("GET", `/${root}/${id}/papers/${serial}`);
    const text = await textOf(new Uint8Array(await answer.arrayBuffer()));
    return text.replaceAll(/\s+/g, " ");
  };
  const faultOf = async (body: object) => {
    const answer = await hall.officers[0].act(id, "corrections", body);
    const problem = (await answer.json()) as { type: string; errors?: { pointer: string }[] };
    return [answer.status, problem.type.split(":").at(-1), problem.errors?.[0]?.pointer];
  };
  return { hall, id, corrections, lastOne, pdf, faultOf };
}
