import type { TermsView } from "#src/agreements/read/view-terms.ts";
import type { Client } from "./office.ts";

/**
 * Two officers dismiss what terms and words say differently, where a test needs terms that the template's text does not
 * say and is about something else.
 */
export async function dismissDifferences(
  officers: readonly [Client, Client],
  id: string,
): Promise<void> {
  const { differences } = await officers[0].get<TermsView>(`/agreements/${id}/terms`);
  for (const { key: difference } of differences.filter((one) => one.open)) {
    for (const officer of officers) {
      const reason = "The test is about something else.";
      const answer = await officer.act(id, "difference-dismissals", { difference, reason });
      if (answer.status !== 201) throw new Error(await answer.text());
    }
  }
}
