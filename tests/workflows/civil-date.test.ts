import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, civilDate } from "#workflows/civil-date.ts";

const date = fc.integer({ min: 0, max: 55_000 }).map((days) => addDays("1950-01-01", days));

test("an instant is another day in another zone", () => {
  expect(civilDate("2026-11-23T19:30:00Z", "Europe/London")).toBe("2026-11-23");
  expect(civilDate("2026-11-23T19:30:00Z", "Asia/Almaty")).toBe("2026-11-24");
  expect(civilDate("2026-11-23T23:59:59.999-05:00", "America/New_York")).toBe("2026-11-23");
  expect(civilDate("2026-11-23T00:30:00+04:00", "UTC")).toBe("2026-11-22");
});

test("a zone that left a day out, and one that sets its clocks, are known", () => {
  expect(civilDate("2011-12-30T09:59:59Z", "Pacific/Apia")).toBe("2011-12-29");
  expect(civilDate("2011-12-30T10:00:00Z", "Pacific/Apia")).toBe("2011-12-31");
  expect(civilDate("2026-03-29T21:59:59Z", "Europe/Paris")).toBe("2026-03-29");
  expect(civilDate("2026-03-29T22:00:00Z", "Europe/Paris")).toBe("2026-03-30");
});

test("a zone that nobody knows is a fault", () => {
  expect(() => civilDate("2026-11-23T10:00:00Z", "Asia/Nowhere")).toThrow(RangeError);
});

test("days are counted across leap days and the ends of years", () => {
  expect(addDays("1979-12-28", 30)).toBe("1980-01-27");
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2100-02-28", 1)).toBe("2100-03-01");
  expect(addDays("2000-02-28", 1)).toBe("2000-02-29");
});

test("months keep the day or take the last one", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
  expect(addMonths("2024-02-29", 48)).toBe("2028-02-29");
  expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
});

test("added months land in that month, on the same day or on its last", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -400, max: 400 }), (on, months) => {
      const then = addMonths(on, months);
      const count = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
      expect(count(then) - count(on)).toBe(months);
      const last = addDays(then, 1).slice(8) === "01";
      expect(then.slice(8) === on.slice(8) || (last && then.slice(8) < on.slice(8))).toBe(true);
    }),
  );
});

test("added days can be taken away again, and order the dates", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 40_000 }), (on, days) => {
      expect(addDays(addDays(on, days), -days)).toBe(on);
      expect(addDays(on, days) > on).toBe(true);
    }),
  );
});
