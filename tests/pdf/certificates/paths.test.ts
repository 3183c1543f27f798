import { describe, expect, test } from "vitest";
import { authority, both, ours, person } from "./both-programs.ts";
import { newHolder } from "./forge.ts";

const days = (count: number) => new Date(Date.now() + count * 86_400_000);

describe("every path is tried, whatever the order in the files:", () => {
  const root = newHolder("Root");
  const old = authority(root, root, [], { from: days(-100), until: days(-1) });
  const renewed = authority(root, root);

  test("an expired root and its renewal", () => {
    const files = { leaf: person(root), trust: [old, renewed] };
    expect(both(files)).toEqual({ ours: "trusted over 2", openssl: "OK" });
    expect(ours({ ...files, trust: [old] })).toBe("expired");
  });

  test("a cross-signed authority, of whose roots one is trusted", () => {
    const other = newHolder("Other");
    const middle = newHolder("Middle");
    const between = [authority(middle, other), authority(middle, root)];
    const files = { leaf: person(middle), trust: [renewed], between: between.slice(1) };
    expect(both(files)).toEqual({ ours: "trusted over 3", openssl: "OK" });
    const strays = ours({ ...files, between });
    expect(strays).toBe("broken-signature");
    expect(ours({ ...files, between, trust: [renewed, authority(other, other)] })).toBe(
      "trusted over 3",
    );
  });

  test("an authority that was renewed, its first certificate expired", () => {
    const middle = newHolder("Middle");
    const between = [
      authority(middle, root, [], { from: days(-100), until: days(-1) }),
      authority(middle, root),
    ];
    expect(both({ leaf: person(middle), trust: [renewed], between })).toEqual({
      ours: "trusted over 3",
      openssl: "OK",
    });
  });

  test("four authorities one above the other, in any order", () => {
    const all = ["A", "B", "C", "D"].map((name) => newHolder(name));
    const between = all.map((one, i) => authority(one, all[i - 1] ?? root));
    expect(both({ leaf: person(all[3]!), trust: [renewed], between })).toEqual({
      ours: "trusted over 6",
      openssl: "OK",
    });
  });

  test("authorities that all issue each other cost no more than the bound", () => {
    const ring = Array.from({ length: 8 }, (_, i) => newHolder(`Ring ${i}`));
    const between = ring.flatMap((subject) =>
      ring.filter((one) => one !== subject).map((issuer) => authority(subject, issuer)),
    );
    expect(ours({ leaf: person(ring[0]!), trust: [renewed], between })).toBe("unknown-authority");
  });
});
