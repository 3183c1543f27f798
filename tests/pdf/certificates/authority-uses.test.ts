import { describe, expect, test } from "vitest";
import { checkPartyCertificate } from "#src/pdf/party-certificate.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { authority, ours, person } from "./both-programs.ts";
import {
  certificateOf,
  forUses,
  isAuthority,
  newHolder,
  signsCertificates,
  signsDocuments,
} from "./forge.ts";
import { ministry, now, trust } from "./ministry.ts";

test("an authority for servers only issues no certificate of a signer", async () => {
  const servers = newHolder("Servers");
  const own = certificateOf({
    subject: servers,
    issuer: ministry,
    extensions: [isAuthority(), signsCertificates, forUses("1.3.6.1.5.5.7.3.1")],
  });
  const certificate = certificateOf({
    subject: newHolder("Serik"),
    issuer: servers,
    extensions: [signsDocuments],
  });
  const revocation = findLists({ lists: async () => [], hosts: [], now });
  const asked = checkPartyCertificate(
    { certificate, chain: [own] },
    { trust, at: now(), revocation, policy: "none" },
  );
  await expect(asked).rejects.toMatchObject({ code: "certificate-is-for-another-use" });
});

describe("what authorities may not do is not trusted:", () => {
  const root = newHolder("Root");
  const middle = newHolder("Middle");
  const top = authority(root, root);

  test("an authority for servers, in the middle or trusted, and one for mail", () => {
    const uses = (use: string) => [authority(middle, root, [forUses(use)])];
    const leaf = person(middle);
    expect(ours({ leaf, trust: [top], between: uses("1.3.6.1.5.5.7.3.1") })).toBe("wrong-purpose");
    expect(ours({ leaf, trust: uses("1.3.6.1.5.5.7.3.1") })).toBe("wrong-purpose");
    expect(ours({ leaf, trust: [top], between: uses("1.3.6.1.5.5.7.3.4") })).toBe("trusted over 3");
    const both = person(middle, [forUses("1.3.6.1.5.5.7.3.36")]);
    expect(ours({ leaf: both, trust: [top], between: uses("1.3.6.1.5.5.7.3.4") })).toBe(
      "wrong-purpose",
    );
  });
});
