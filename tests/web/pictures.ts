/**
 * `npm run pictures`: the pictures of the main pages for docs/, of the demonstration's agreements, in English
 * and Arabic. Not a test: pictures change with every page, and a person looks at them.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "#tests/support/chromium.ts";
import { fromPage } from "#tests/support/local-browser.ts";
import { startProcess } from "#tests/support/processes.ts";

const root = join(import.meta.dirname, "../..");
const out = join(root, "docs/pictures");

type Shot = { name: string; path: string; as: string | null; stage?: string; width?: number };

const shots: Shot[] = [
  { name: "first-page", path: "/", as: null },
  { name: "officer-home", path: "/", as: "Aigerim Nurlanova" },
  { name: "officer-board", path: "/agreements", as: "Aigerim Nurlanova" },
  {
    name: "officer-draft",
    path: "/agreements/$id/draft",
    as: "Aigerim Nurlanova",
    stage: "draft.editing",
  },
  {
    name: "officer-agreement",
    path: "/agreements/$id",
    as: "Daniel Hoffmann",
    stage: "review.circulated",
  },
  {
    name: "officer-review",
    path: "/agreements/$id/review",
    as: "Daniel Hoffmann",
    stage: "review.reconciling",
  },
  {
    name: "representative-phone",
    path: "/agreements/$id",
    as: "Mariam Al Hashimi",
    stage: "review.reconciling",
    width: 390,
  },
  {
    name: "signing-phone",
    path: "/agreements/$id/sign",
    as: "Mariam Al Hashimi",
    stage: "sign.open",
    width: 390,
  },
  { name: "archive", path: "/archive", as: "Sofia Lindqvist" },
  { name: "record", path: "/agreements/$id/record", as: "Sofia Lindqvist", stage: "publish" },
  { name: "secretariat-credentials", path: "/secretariat/credentials", as: "Timur Saidov" },
  { name: "register", path: "/register", as: null },
  { name: "verify", path: "/verify", as: null },
];

const folder = await mkdtemp(join(tmpdir(), "depositary-pictures-"));
const service = startProcess(join(root, "src/cli.ts"), ["start"], {
  DATA_DIR: join(folder, "data"),
  PORT: "0",
  DEMO_AGREEMENTS: "all",
});
const chromium = await launchChromium();
try {
  const [, address = ""] = await service.waitFor(/Depositary is ready: (http:\S+)/, 120);
  await service.waitFor(/The demonstration's \d+ agreements are ready/, 300);
  const url = address.replace("127.0.0.1", "localhost");
  await mkdir(out, { recursive: true });
  for (const language of ["en", "ar"] as const) {
    for (const shot of shots) await take(url, shot, language);
  }
} finally {
  await chromium.close();
  await service.kill("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}

async function take(url: string, shot: Shot, language: "en" | "ar"): Promise<void> {
  const { name, path, as, stage, width = 1280 } = shot;
  const context = await chromium.newContext({
    viewport: { width, height: width < 600 ? 844 : 860 },
    deviceScaleFactor: width < 600 ? 1.5 : 1,
    locale: language,
  });
  const api = `${url}/api/v1`;
  const headers = { ...fromPage(url), Connection: "keep-alive" };
  let id = "";
  if (as) {
    const { people } = await (await context.request.get(`${api}/demo/people`, { headers })).json();
    const found = people.find((one: { names: { en: string } }) => one.names.en === as);
    await context.request.post(`${api}/session`, { data: { demo: found.person }, headers });
    await context.request.patch(`${api}/session`, { data: { language }, headers });
    const query = stage ? `?stage=${stage}` : "";
    const list = await (await context.request.get(`${api}/agreements${query}`)).json();
    id = list.items[0]?.id ?? "";
  }
  const page = await context.newPage();
  await page.addInitScript((chosen) => localStorage.setItem("language", chosen), language);
  await page.goto(`${url}${path.replace("$id", id)}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(out, `${name}.${language}.png`) });
  await context.close();
  console.log(`${name}.${language}.png`);
}
