import { describe, expect, test } from "vitest";
import { p, run } from "#tests/support/word-file.ts";
import { code, mark, read, style } from "./read-word.ts";

describe("figures above and below the line", () => {
  const raised = (text: string, how = "superscript") => run(text, `<w:vertAlign w:val="${how}"/>`);
  test("keep their meaning", () => {
    const { text, said } = read(
      p(`${run("10")}${raised("6")}${run(" EUR, H")}${raised("2", "subscript")}${run("O")}`),
    );
    expect(text).toBe("10⁶ EUR, H₂O");
    expect(said).toEqual([]);
  });
  test("that have no sign of their own are named", () => {
    const { text, said } = read(p(`${run("the 1")}${raised("st")}${run(" day")}`));
    expect(text).toBe("the 1st day");
    expect(said).toEqual(["raised | st"]);
  });
});

describe("figures above the line stay above it", () => {
  test("when they are raised by their position", () => {
    const raised = (by: number) => run("6", `<w:position w:val="${by}"/>`);
    expect(read(p(`${run("10")}${raised(6)}${run(" EUR")}`)).text).toBe("10⁶ EUR");
    expect(read(p(`${run("x")}${raised(-6)}`)).text).toBe("x₆");
    expect(read(p(`${run("10")}${raised(1)}`)).text).toBe("106");
  });
  test("when they are the result of a reference", () => {
    const six = run("6", '<w:vertAlign w:val="superscript"/>');
    const inner = `${run("10")}${mark("begin")}${code("REF n \\h")}${mark("separate")}${six}${mark("end")}`;
    expect(read(p(inner)).text).toBe("10⁶");
  });
});

describe("a letter that its font makes another sign is named, not taken as a letter", () => {
  const symbol = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>';
  test.each([
    ["by the run", run("m", symbol), "symbol | Symbol U+006D"],
    ["by a style", run("m", '<w:rStyle w:val="Sy"/>'), "symbol | Symbol U+006D"],
    ["by a code of its own", run("\uf06d"), "symbol | U+F06D"],
  ])("%s", (_, sign, expected) => {
    const styles = style("Sy", "character", `<w:rPr>${symbol}</w:rPr>`);
    const { text, said } = read(p(`${run("5 ")}${sign}${run("g")}`), { styles });
    expect(text).toBe("5 g");
    expect(said).toEqual([expected]);
  });
});

test("letters shown as capitals are named", () => {
  const { text, said } = read(
    p(run("Eur", "<w:caps/>") + run(" 5 ") + run("Ab", "<w:smallCaps/>")),
  );
  expect(text).toBe("Eur 5 Ab");
  expect(said).toEqual(["capitals | EUR | Eur", "capitals | AB | Ab"]);
});

test("words whose direction was given are named if they read otherwise without it", () => {
  const forced = (name: string, to: string, text: string) =>
    read(p(`<w:${name} w:val="${to}">${run(text)}</w:${name}>`)).said;
  expect(forced("bdo", "rtl", "123")).toEqual(["order | 123"]);
  expect(forced("dir", "rtl", "عقد 5 (b)")).toEqual(["order | عقد 5 (b)"]);
  expect(forced("dir", "rtl", "عقد")).toEqual([]);
  expect(forced("bdo", "ltr", "123")).toEqual([]);
});

test("a hard space at the end of a run stays", () => {
  expect(read(p(`${run("5")}<w:r><w:t>\u00a0000 </w:t></w:r>${run("EUR")}`)).text).toBe(
    "5\u00a0000EUR",
  );
});

test("a large first letter stays with its word", () => {
  const frame = '<w:framePr w:dropCap="drop" w:lines="3"/>';
  const { text, said } = read(
    p(run("T", '<w:position w:val="-9"/>'), frame) + p(run("he Parties agree.")),
  );
  expect(text).toBe("The Parties agree.");
  expect(said).toEqual([]);
});

test("letters drawn as a picture are named by what they say", () => {
  const drawn = '<w:r><w:pict><w:shape><w:textpath string="ANNEX 5"/></w:shape></w:pict></w:r>';
  expect(read(p(`${run("x")}${drawn}`)).said).toEqual(["image | ANNEX 5"]);
});
