import type { Office } from "./office.ts";

/**
 * What one secretary has proposed, carried out: the other one confirms it. An answer that does not wait is given back as
 * it is.
 */
export async function seconded(office: Office, answer: Response): Promise<Response> {
  if (answer.status !== 202) return answer;
  const { proposal } = (await answer.json()) as { proposal: string };
  const path = `/office-proposals/${proposal}/confirmations`;
  const confirmed = await office.as("secretariat", null, 1).send("POST", path, {});
  return confirmed.status === 403 ? office.as("secretariat").send("POST", path, {}) : confirmed;
}
