import fc from "fast-check";
import { LRUCache as Library } from "lru-cache";
import { expect, test } from "vitest";
import { LRUCache } from "#src/http/lighter-at-the-edge/lru-cache.ts";

/** Options that keep a few of the keys below. */
const options = { maxSize: 20, maxEntrySize: 8, sizeCalculation: (value: number) => value };

const step = fc.record({
  key: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
  set: fc.option(fc.integer({ min: 1, max: 10 })),
});

test("the Worker's cache keeps what the library keeps", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const [own, library] = [new LRUCache<string, number>(options), new Library(options)];
      for (const { key, set } of steps) {
        if (set === null) expect(own.get(key)).toBe(library.get(key));
        else for (const cache of [own, library]) cache.set(key, set);
      }
    }),
  );
});
