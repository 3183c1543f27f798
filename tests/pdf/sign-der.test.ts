import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as der from "#src/pdf/cms/der.ts";
import { membersOf, NotDer, objectIdOf, readDer } from "#src/pdf/cms/read-der.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));

describe("DER", () => {
  test("is read as it was written, whatever the length", () => {
    const contents = fc.uint8Array({ maxLength: 70_000 });
    fc.assert(
      fc.property(contents, contents, (first, second) => {
        const members = membersOf(
          readDer(der.sequence(der.octets(first), der.octets(second))),
          0x30,
        );
        expect(Buffer.compare(members[0]!.content, first)).toBe(0);
        expect(Buffer.compare(members[1]!.content, second)).toBe(0);
      }),
      { numRuns: 50, seed: 20261123 },
    );
  });

  test.each([
    "1.2.840.113549.1.9.16.2.47",
    "2.5.29.15",
    "0.4.0.1862.1.1",
    "2.16.840.1.101.3.4.2.1",
  ])("holds the identifier %s", (id) => expect(objectIdOf(readDer(der.objectId(id)))).toBe(id));

  test("sorts the members of a set", () => {
    const [small, large] = [der.octets(Uint8Array.of(1)), der.octets(Uint8Array.of(2))];
    expect(der.setOf(large, small)).toEqual(der.setOf(small, large));
  });

  test.each([
    ["an indefinite length", "3080040100" + "0000"],
    ["a length with a needless byte", "04810100"],
    ["a length with a leading zero", "0482000100"],
    ["a length of five bytes", "048500000000" + "0100"],
    ["an element that is cut off", "040201"],
    ["a long tag", "1f810100"],
    ["something behind the element", "04010000"],
    ["nothing", ""],
  ])("does not allow %s", (_name, hex) => {
    expect(() => readDer(bytes(hex))).toThrow(NotDer);
  });
});
