import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";
import type { Table } from "./table.ts";

/** Takes an agreement without objections all the way from its template into the register. */
export async function conclude(
  table: Table,
  wanted: NewAgreement,
  { binding = false } = {},
): Promise<string> {
  const parties = wanted.parties.map(({ code }) => code);
  const id = await table.draft(wanted);
  await table.designate(id, parties);
  await table.act(table.drafter, id, "submissions");
  await table.approve(id, parties);
  if (wanted.languages.length > 1) await table.certify(id, wanted.languages);
  await table.authenticate(id);
  await table.open(id);
  for (const party of parties) await table.sign(id, party, binding);
  await table.until(id, ({ stage }) => stage === "publish");
  await table.act(table.drafter, id, "publication");
  return id;
}
