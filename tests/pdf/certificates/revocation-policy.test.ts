import { describe, expect, test } from "vitest";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { heard, leaf, leafOf, list, now, offered } from "./ministry.ts";

describe("what the policy says of the party", () => {
  const bare = leafOf();
  const nowhere = findLists({ lists: async () => [], hosts: [], now });
  test("required: no list at all is a refusal, though the certificate names none", async () => {
    const { said } = await heard(bare, { revocation: nowhere, policy: "required" });
    expect(said).toBe("certificate-revocation-unknown");
  });

  test("nothing: it is required where a list should be, and preferred where none is named", async () => {
    const named = await heard(leaf, { revocation: nowhere, policy: null });
    expect([named.said, named.detail]).toEqual([
      "certificate-revocation-unknown",
      expect.stringContaining(
        "lists.example is not asked for: the host is not among REVOCATION_HOSTS",
      ),
    ]);
    expect(await heard(bare, { revocation: nowhere, policy: null })).toMatchObject({
      said: "accepted",
      revocation: { policy: "preferred", checked: false, warnings: [expect.any(String)] },
    });
    expect((await offered(bare, [])).said).toBe("certificate-revocation-unknown");
  });

  test("none: a revoked certificate is accepted, and it is on record that nobody was asked", async () => {
    expect(await offered(leaf, [list()], "none")).toMatchObject({
      said: "accepted",
      revocation: {
        policy: "none",
        checked: false,
        warnings: ["Nobody was asked whether a certificate was revoked."],
      },
    });
  });
});
