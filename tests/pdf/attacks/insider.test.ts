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

test("a key that stands twice, for readers to choose from, is MALFORMED", async () => {
  const sealed = await insiderSigns(await original(["Seal"]), "Seal", depositary, (draft) => {
    draft.objects.set(
      draft.field,
      draft.objects.get(draft.field)!.replace("/F 132", "/F 132 /F 132"),
    );
  });
  expect((await verifyPdf(sealed, { trust })).verdict).toBe("MALFORMED");
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
    const signed = await insiderSigns(pdf, "Party-KZ", party, untouched, { uncovered: 10 });
    const sealed = await insiderSigns(signed, "Seal", depositary, untouched);
    const { verdict, findings } = await verifyPdf(sealed, { trust });
    expect([verdict, findings.map(({ code }) => code)]).toEqual(["MODIFIED", ["wrong-range"]]);
  });

  test.each<[string, (text: string) => string]>([
    ["another beginning of the file", (s) => s.replace(/\/Root \d/, "/Root 9")],
    [
      "an entry of its own in the trailer",
      (s) => s.replace(/\/Info \d+ 0 R/, (info) => "/Other 1".padEnd(info.length)),
    ],
    ["another size of the file", (s) => s.replace(/\/Size \d/, "/Size 9")],
  ])("%s", async (_name, trailer) => {
    const pdf = await original(["Seal"]);
    const sealed = await insiderSigns(pdf, "Seal", depositary, untouched, { trailer });
    expect((await verifyPdf(sealed, { trust })).verdict).toBe("MODIFIED");
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
