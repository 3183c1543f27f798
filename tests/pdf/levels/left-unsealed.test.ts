import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealInstrument } from "#src/pdf/seal.ts";
import { openSealKey } from "#src/pdf/seal-key.ts";
import { askAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import { rsa } from "#tests/support/authority.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import { type Lab, openLab } from "./lab.ts";

const now = () => new Date();
let lab: Lab;
let pristine: Uint8Array;
beforeAll(async () => {
  lab = await openLab({ milliseconds: 5000 });
  pristine = await original();
});
afterAll(() => lab.close());

describe("an authority that does not do as it should leaves the file unsealed:", () => {
  const manners = [
    "silent",
    "failing",
    "refusing",
    "elsewhere",
    "for another digest",
    "for another nonce",
    "nonsense",
    "endless",
  ] as const;
  const request = () => ({ signatures: consents, key: lab.key, at: now(), reference });
  test.each(manners)("%s", async (manner) => {
    lab.server.behave(manner);
    const sealing = sealInstrument(pristine, { ...request(), timestamping: lab.timestamping });
    await expect(sealing).rejects.toThrow(/timestamp authority/);
    lab.server.behave("honest");
  });

  test("under another policy than it must", async () => {
    const trust = [new X509Certificate(lab.clock.pem)];
    const at = (policy: string) => askAuthority({ url: lab.server.url, trust, now, policy });
    expect((await at("1.2.3.4.2").stamp(new Uint8Array(1))).length).toBeGreaterThan(1000);
    await expect(at("1.2.3.9").stamp(new Uint8Array(1))).rejects.toThrow(/timestamp authority/);
  });

  test("whose certificate leads to nobody trusted", async () => {
    const trust = [new X509Certificate(lab.authority.pem)];
    const timestamps = askAuthority({ url: lab.server.url, trust, now });
    await expect(timestamps.stamp(new Uint8Array(1))).rejects.toThrow("not trusted");
  });

  test("a revoked certificate of the seal is never archived", async () => {
    const issued = lab.authority.issue("Seal", { key: rsa(2048) });
    const key = openSealKey({ ...issued, certificate: issued.pem, authority: lab.authority.pem });
    lab.authority.revoke(issued);
    const sealing = sealInstrument(pristine, { ...request(), key, timestamping: lab.timestamping });
    await expect(sealing).rejects.toThrow("revoked");
  });
});
