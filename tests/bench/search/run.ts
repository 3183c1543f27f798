/**
 * Search by words as the number of agreements grows: a word of few agreements, the beginning of a word in every Russian text, words in
 * all texts, and a word of none; by an officer, a party that takes part in about half of them, and the public. `SIZES` are the
 * numbers of agreements, `ROUNDS` how often each is asked. With BENCH_DATA the agreements are made by `depositary generate`.
 */
import { openReading } from "../reading/open-reading.ts";
import { openReport } from "../report.ts";

const report = openReport();
const sizes = (process.env.SIZES ?? "10000").split(",").map(Number);
const rounds = Number(process.env.ROUNDS ?? 20);

for (const size of sizes) await measure(size);
for (const size of [10_000, 100_000, 1_000_000].filter((one) => !sizes.includes(one))) {
  report.note(`${size.toLocaleString("en")} agreements were not measured in this run.`);
}
report.close();

async function measure(size: number): Promise<void> {
  const reading = await openReading(size, { awaited: false });
  const readers = [
    ["officer", "/agreements?q=", await reading.keyOf("legal-officer")],
    ["party of half", "/agreements?q=", await reading.keyOf("representative", "KZ")],
    ["officer, counts", "/agreements/counts?q=", await reading.keyOf("legal-officer")],
    ["public, register", "/register?q=", null],
  ] as const;
  const words = {
    "in few agreements": reading.words.ofFew,
    "begins a word of all Russian texts": reading.words.beginsOfAllRussian,
    "in all texts": reading.words.ofAll,
    "in none": "quokka",
  };
  const rows: Parameters<typeof report.table>[2] = [];
  for (const [who, path, key] of readers) {
    for (const [kind, q] of Object.entries(words)) {
      const asked = `${path}${encodeURIComponent(q)}`;
      const { samples, cpu, bytes } = await reading.measure(asked, key, { rounds });
      rows.push({
        what: `${who}: ${kind}`,
        samples,
        goals: size >= 100_000 ? [{ of: "p95", most: 50 }] : [],
        also: { "cpu ms": cpu.toFixed(1), KB: (bytes / 1024).toFixed(1) },
        ...(kind === "in all texts" && { badInput: "a word that is in all texts" }),
        ...(kind === "in none" && { badInput: "a filter that matches nothing" }),
      });
    }
  }
  report.table(`${size.toLocaleString("en")} agreements, ${reading.data}`, { unit: "ms" }, rows);
  await reading.close();
}
