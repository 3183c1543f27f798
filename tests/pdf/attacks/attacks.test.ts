import { describe, expect, test } from "vitest";
import { verifyPdf } from "#src/pdf/verify.ts";
import { byIncrement } from "./by-increment.ts";
import { newKey, sealed } from "./fixture.ts";
import { onBytes } from "./on-bytes.ts";
import { onRange } from "./on-range.ts";

const { key, trust } = newKey();
const loot = { ...(await sealed(key)), key };

describe.each([
  ["on the bytes", onBytes],
  ["by adding to the file", byIncrement],
  ["on what is covered", onRange],
])("an attack %s is seen:", (_, attacks) => {
  test.each(attacks)("%s is %s", async (_name, verdict, make) => {
    const result = await verifyPdf(await make(loot), { trust });
    expect(result.verdict).not.toBe("VALID");
    expect([result.verdict, ...result.reasons]).toEqual([verdict, ...result.reasons]);
    expect(result.reasons.length).toBeGreaterThan(0);
  });
});
