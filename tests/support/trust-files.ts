import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Authority, openAuthority, rsa } from "./authority.ts";
import { freshFolder } from "./folder.ts";
import { openTimestampServer } from "./timestamp-server.ts";

/**
 * What an office that seals to B-LTA has around it, as files: a seal under an authority, a timestamp
 * authority, an authority for each party named, and the revocation lists of all of them.
 */
export async function openTrustFiles(parties: string[]) {
  const folder = freshFolder();
  const file = (...names: string[]) => join(folder.path, ...names);
  const office = openAuthority("Office");
  const clock = openAuthority("Clock");
  const own = new Map(parties.map((party) => [party, openAuthority(`Ministry-${party}`)]));
  const server = await openTimestampServer(clock);
  const seal = office.issue("Seal", { key: rsa(3072) });
  for (const name of ["lists", "parties"]) mkdirSync(file(name));
  writeFileSync(file("office.pem"), office.pem);
  writeFileSync(file("clock.pem"), clock.pem);
  for (const [party, authority] of own)
    writeFileSync(file("parties", `${party}.pem`), authority.pem);
  const all: Authority[] = [office, clock, ...own.values()];
  const publishLists = () => {
    for (const [n, authority] of all.entries()) {
      writeFileSync(file("lists", `${n}.crl`), authority.list());
    }
  };
  publishLists();
  return {
    server,
    clock,
    /** The authority of a party. */
    of: (party: string) => own.get(party)!,
    publishLists,
    /** What the office is opened with. */
    office: {
      seal: {
        kind: "pem" as const,
        passwordFile: null,
        keyFile: seal.keyFile,
        certFile: seal.certificateFile,
        chainFile: file("office.pem"),
      },
      timestamping: {
        timestamps: { url: server.url, trustFile: file("clock.pem"), policy: null },
        revocation: { folder: file("lists"), hosts: [], policies: { everyone: null, of: {} } },
        partyTrustDir: file("parties"),
      },
    },
    /** PEM files that a reader trusts: for the seal, for a party's signatures, and for timestamps. */
    reader: {
      seal: file("office.pem"),
      party: (code: string) => file("parties", `${code}.pem`),
      timestampTrust: file("clock.pem"),
    },
    close: async () => {
      await server.close();
      for (const authority of all) authority.close();
      folder.remove();
    },
  };
}

export type TrustFiles = Awaited<ReturnType<typeof openTrustFiles>>;
