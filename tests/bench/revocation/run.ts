import { X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openRevocationFolder } from "#src/keys/revocation-folder.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { revocationIn } from "#src/pdf/revocation/read-crl.ts";
import {
  certificateOf,
  isAuthority,
  listOf,
  manyEntries,
  newHolder,
  signsCertificates,
  signsDocuments,
} from "#tests/pdf/certificates/forge.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { rounded } from "../figures.ts";
import { openReport } from "../report.ts";

/**
 * Prints how long a question takes whether a certificate is on a list of a million, the first time (read, checked, its
 * signature proven) and after that, and what it takes of memory. The certificate is not on the list, so that all of it is looked through.
 */
const report = openReport();
const counts = [1_000, 100_000, 1_000_000];
const rounds = 20;
const folder = freshFolder();
const root = newHolder("Ministry");
const own = [isAuthority(), signsCertificates];
const issuer = new X509Certificate(certificateOf({ subject: root, issuer: root, extensions: own }));
const certificate = new X509Certificate(
  certificateOf({ subject: newHolder("Serik"), issuer: root, extensions: [signsDocuments] }),
);
const rows = [];
for (const count of counts) {
  const more = manyEntries(count);
  const { length } = more;
  writeFileSync(join(folder.path, "ministry.crl"), listOf({ issuer: root, more }));
  const source = findLists({
    lists: openRevocationFolder(folder.path),
    hosts: [],
    now: () => new Date(),
  });
  const ask = async () => {
    const from = performance.now();
    const { list } = await source.listFor(certificate, issuer);
    if (!list || revocationIn(list, certificate)) throw new Error("It is on the list.");
    return performance.now() - from;
  };
  const before = memory();
  const first = await ask();
  const after = memory() - before;
  const later: number[] = [];
  for (let round = 0; round < rounds; round++) later.push(await ask());
  rows.push({
    what: `${count.toLocaleString("en")} entries`,
    samples: later,
    also: { "list MB": mb(length), "memory MB": mb(after), "first question ms": rounded(first) },
  });
}
folder.remove();
report.table("Looking up a certificate that is not on the list", { unit: "ms" }, rows);
report.close();

/** What is held, after what is not held has been collected (run with --expose-gc). */
function memory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function mb(bytes: number): number {
  return Number((bytes / 1024 / 1024).toFixed(1));
}
