import fc from "fast-check";
import { expect, test } from "vitest";
import { isComplete, tablePlan } from "#src/ceremonies/table-plan.ts";

const codes = ["AE", "AM", "AZ", "EE", "GE", "KR", "KZ", "UZ", "HUB"];
const parties = fc.subarray(codes, { minLength: 2 });

const placeOf = (seats: { party: string; place: number }[], party: string) =>
  seats.find((one) => one.party === party)?.place ?? 0;

test("every party has one place, and the places are counted without a gap", () => {
  fc.assert(
    fc.property(parties, fc.option(fc.constantFrom(...codes)), (taking, host) => {
      expect(isComplete(tablePlan(taking, host), taking)).toBe(true);
    }),
  );
});

test("among several the host has the middle, and the rest sit by protocol the nearer the earlier", () => {
  fc.assert(
    fc.property(fc.subarray(codes, { minLength: 3 }), fc.nat(8), (taking, nth) => {
      const host = taking[nth % taking.length]!;
      const seats = tablePlan(taking, host);
      const middle = placeOf(seats, host);
      expect(middle).toBe(Math.floor((taking.length + 1) / 2));
      const distances = taking
        .filter((party) => party !== host)
        .map((party) => Math.abs(placeOf(seats, party) - middle));
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
    }),
  );
});

test("of two the guest sits at the host's right hand, which the public sees on the left", () => {
  expect(tablePlan(["KZ", "KR"], "KZ")).toEqual([
    { party: "KR", place: 1 },
    { party: "KZ", place: 2 },
  ]);
});
