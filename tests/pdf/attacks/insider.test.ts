import { describe, expect, test } from "vitest";
import { verifyPdf } from "#src/pdf/verify.ts";
import { newAuthority } from "./authority.ts";
import { original } from "./fixture.ts";
import { byInsiders, insiderSigns } from "./insider.ts";

const authority = newAuthority();
const party = authority.issue({ subject: "Party" });
const depositary = authority.issue({ subject: "Depositary" });
const trust = [authority.certificate];
const untouched = () => {};

test("a party's own signature and the seal after it are VALID", async () => {
  const signed = await insiderSigns(
    await original(["Party-KZ", "Seal"]),
    "Party-KZ",
    party,
    untouched,
  );
  const sealed = await insiderSigns(signed, "Seal", depositary, untouched);
  const result = await verifyPdf(sealed, { trust });
  expect([result.verdict, ...result.reasons]).toEqual(["VALID", ...result.reasons]);
});

describe("what a trusted party adds beside its signature is MODIFIED, even under the seal:", () => {
  test.each(byInsiders)("%s", async (_name, change) => {
    const signed = await insiderSigns(
      await original(["Party-KZ", "Seal"]),
      "Party-KZ",
      party,
      change,
    );
    expect((await verifyPdf(signed, { trust })).verdict).toBe("MODIFIED");
    const sealed = await insiderSigns(signed, "Seal", depositary, untouched);
    expect((await verifyPdf(sealed, { trust })).verdict).toBe("MODIFIED");
  });

  test("a signature that leaves out the last bytes of its revision", async () => {
    const pdf = await original(["Party-KZ", "Seal"]);
    const signed = await insiderSigns(pdf, "Party-KZ", party, untouched, 10);
    const sealed = await insiderSigns(signed, "Seal", depositary, untouched);
    const { verdict, findings } = await verifyPdf(sealed, { trust });
    expect([verdict, findings.map(({ code }) => code)]).toEqual(["MODIFIED", ["wrong-range"]]);
  });

  test("a signature after the seal", async () => {
    const sealed = await insiderSigns(
      await original(["Party-KZ", "Seal"]),
      "Seal",
      depositary,
      untouched,
    );
    const signed = await insiderSigns(sealed, "Party-KZ", party, untouched);
    const { verdict, findings } = await verifyPdf(signed, { trust });
    expect([verdict, findings.map(({ code }) => code)]).toEqual(["MODIFIED", ["after-the-seal"]]);
  });
});
