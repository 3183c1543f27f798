import { expect, test } from "vitest";
import { findAgreement } from "#src/agreements/find.ts";
import { sealingService } from "#src/people/person.ts";
import { openOffice } from "#tests/support/office.ts";
import { draft, openForSigning, signFor } from "#tests/support/scenario.ts";

test("every act needs one connection, so that a full pool never waits for itself", async () => {
  const office = await openOffice({ max: 1 });
  const ids = await Promise.all(Array.from({ length: 8 }, () => draft(office)));
  await Promise.all(ids.map((id) => openForSigning(office, id)));
  for (const id of ids) {
    await signFor(office, id, "KZ");
    expect((await findAgreement(office.db, id, sealingService)).stage_name).toBe("sign.open");
  }
  await office.close();
});
