import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile, ratioOf, rounded, tableOf } from "./figures.ts";

const head = { title: "T", unit: "ms", better: "less" as const, reference: null };

test("the median of an even number of samples is between the middle two; p95 is a sample", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
  expect(quantile(hundred, 0.95)).toBe(95);
  expect(quantile(hundred, 0.99)).toBe(99);
  expect(quantile([7], 0.95)).toBe(7);
});

test("quantiles lie between the least and the most, in order", () => {
  const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(samples, (all) => {
      const [half, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(all, share));
      expect(half).toBeGreaterThanOrEqual(Math.min(...all));
      expect(p95).toBeGreaterThanOrEqual(half ?? 0);
      expect(p99).toBeGreaterThanOrEqual(p95 ?? 0);
      expect(p99).toBeLessThanOrEqual(Math.max(...all));
    }),
  );
});

test("a ratio is taken turn by turn, so that a slow turn of both cancels", () => {
  expect(ratioOf([2, 20, 4], [1, 10, 2])).toEqual({ median: 2, low: 2, high: 2 });
  expect(ratioOf([6], [1, 2, 3])).toEqual({ median: 3, low: 3, high: 3 });
});

test("a goal is met or missed by the figure that it names", () => {
  const { rows } = tableOf({
    ...head,
    better: "more",
    reference: "b",
    rows: [
      {
        what: "a",
        samples: [8, 8],
        goals: [
          { of: "ratio", least: 0.8 },
          { of: "ratio", least: 0.81 },
          { of: "slowest", most: 7 },
        ],
      },
      { what: "b", samples: [10, 10] },
    ],
  });
  expect(rows[0]?.goals.map(({ met }) => met)).toEqual([true, false, false]);
  expect(rows[1]?.ratio).toBeNull();
});

test("no samples, no number and no reference are faults, not figures", () => {
  expect(() => tableOf({ ...head, rows: [{ what: "a", samples: [] }] })).toThrow("no samples");
  expect(() => tableOf({ ...head, rows: [{ what: "a", samples: [NaN] }] })).toThrow("no number");
  const rows = [{ what: "a", samples: [1] }];
  expect(() => tableOf({ ...head, reference: "b", rows })).toThrow('no row "b"');
});

test("figures keep three digits", () => {
  expect([0.012345, 1.2345, 123.45, 12345.6].map(rounded)).toEqual([0.0123, 1.23, 123, 12346]);
});
