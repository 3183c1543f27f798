import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The programs that the tests prove things with, and the Debian package of each. */
const programs = {
  "redis-server": "redis-server",
  pdftoppm: "poppler-utils",
  pdfsig: "poppler-utils",
  pdffonts: "poppler-utils",
  pdftotext: "poppler-utils",
  qpdf: "qpdf",
  openssl: "openssl",
  mutool: "mupdf-tools",
  "softhsm2-util": "softhsm2",
  "pkcs11-tool": "opensc",
  ps: "procps",
  "chromium-headless-shell": "chromium-headless-shell",
};

/** PostgreSQL's own programs, which Debian keeps outside the path, in a folder for each version. */
const outsidePath = { pg_dump: "postgresql" };
const postgresFolder = "/usr/lib/postgresql";

/** Fonts in which the browser writes every language of the pages: a file of each, and its Debian package. */
const fonts = { "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf": "fonts-noto-core" };

// No test is skipped for want of a program: what is missing is installed, or the run stops here.
const missing = findMissing();
if (missing.length > 0 && canInstall()) {
  const packages = packagesOf(missing);
  console.log(`Installing ${packages.join(", ")} for the tests.`);
  aptGet("update");
  aptGet("install", "--yes", "--no-install-recommends", ...packages);
}
const stillMissing = findMissing();
if (stillMissing.length > 0) {
  console.error(
    `The tests need ${stillMissing.join(", ")}. On Debian or Ubuntu: sudo apt-get install ${packagesOf(stillMissing).join(" ")}. Elsewhere install the programs of these names.`,
  );
  process.exit(1);
}

function findMissing(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const lacking = Object.keys(programs).filter(
    (program) => !folders.some((folder) => isExecutable(join(folder, program))),
  );
  // Elsewhere fonts lie in other places; people who install by hand look after them.
  if (!existsSync("/etc/debian_version")) return lacking;
  const versions = existsSync(postgresFolder) ? readdirSync(postgresFolder) : [];
  const dump = versions.find((version) => existsSync(`${postgresFolder}/${version}/bin/pg_dump`));
  const files = Object.keys(fonts).filter((file) => !existsSync(file));
  return [...lacking, ...(dump ? [] : Object.keys(outsidePath)), ...files];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function packagesOf(names: string[]): string[] {
  const known: Record<string, string> = { ...programs, ...fonts, ...outsidePath };
  return [...new Set(names.map((name) => known[name] ?? name))];
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

function aptGet(...args: string[]): void {
  const { status } = spawnSync("apt-get", args, {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) console.error(`apt-get ${args[0]} ended with ${status}.`);
}
