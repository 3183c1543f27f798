import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { declaration } from "../typeset/support/udhr.ts";
import { pictureOf } from "./picture-of.ts";

/**
 * The second page of the Declaration in each script, as it was looked at and found right. After a change of the
 * design: `UPDATE_PICTURES=1 npx vitest run tests/pdf/pictures`, and look at each again.
 */
const languages = ["en", "kk", "ar", "he", "el", "ka", "hy", "th", "km", "my", "ta", "ko", "ja"];

/** Of all points of the page. Another release of the rasteriser smooths edges otherwise; a lost word is more. */
const tolerated = 0.00015;

const made = (language: string) =>
  typesetInstrument(
    {
      reference: "UN/1948/217",
      title: { [language]: declaration(language).title },
      languages: [language],
      parties: [{ code: "KZ" }],
      layout: "sequential",
      texts: { [language]: declaration(language).markdown },
    },
    { id: language, date: "2000-01-01T00:00:00Z" },
  ).then(({ pdf }) => pdf);

/** The share of points that differ, smoothed edges left out. */
function difference(one: PNG, other: PNG): number {
  const { width, height } = one;
  if (width !== other.width || height !== other.height) return 1;
  const points = pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.3 });
  return points / (width * height);
}

test.each(languages)("a page in %s looks as it did", async (language) => {
  const file = join(import.meta.dirname, `${language}.png`);
  const picture = pictureOf(await made(language), 2);
  if (process.env.UPDATE_PICTURES) writeFileSync(file, picture);
  expect(existsSync(file)).toBe(true);
  expect(difference(PNG.sync.read(readFileSync(file)), PNG.sync.read(picture))).toBeLessThan(
    tolerated,
  );
});

test("a lost word and a moved line are seen", async () => {
  const page = PNG.sync.read(pictureOf(await made("en"), 2));
  const inked = (y: number) => {
    const row = page.data.subarray(y * page.width * 4, (y + 1) * page.width * 4);
    return row.some((value, i) => i % 4 === 0 && value < 128);
  };
  const y = Array.from({ length: page.height }, (_, i) => i).find((i) => i > 200 && inked(i)) ?? 0;
  const changed = (change: (data: Buffer) => void) => {
    const copy = PNG.sync.read(PNG.sync.write(page));
    change(copy.data);
    return difference(page, copy);
  };
  // The beginning of the line is white.
  const lost = changed((data) => {
    for (let row = y; row < y + 12; row++) {
      const from = (row * page.width + 70) * 4;
      data.fill(255, from, from + 60 * 4);
    }
  });
  const moved = changed((data) => {
    const band = data.subarray(y * page.width * 4, (y + 14) * page.width * 4);
    data.set(Buffer.from(band), (y + 3) * page.width * 4);
  });
  expect(lost).toBeGreaterThan(tolerated);
  expect(moved).toBeGreaterThan(tolerated);
});
