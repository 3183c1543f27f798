import { expect, test } from "vitest";
import { derPair } from "#src/pdf/keys/pkcs11/sign-on-token.ts";

test("a pair of numbers becomes DER as short as it can be", () => {
  const raw = new Uint8Array(Buffer.from("00007f01800000ff", "hex"));
  expect(Buffer.from(derPair(raw)).toString("hex")).toBe("300b02027f01020500800000ff");
});
