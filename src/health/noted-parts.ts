import type { ObjectStore } from "#src/archive/objects.ts";
import { Refusal } from "#src/errors.ts";
import { isMailOutage } from "#src/mail/address-refused.ts";
import type { Mail } from "#src/mail/mail.ts";
import { notingEach, type Outages } from "#src/observe/outages.ts";

/** A store that reports its outages. A refusal because of the content, such as changed bytes, is no outage. */
export function noteStore(objects: ObjectStore, outages: Outages): ObjectStore {
  const isOutage = (error: unknown) =>
    !(error instanceof Refusal) || ["unavailable", "storage-full"].includes(error.code);
  const note = <Thing extends object>(thing: Thing, calls: (keyof Thing & string)[]) =>
    notingEach(outages, "store", { thing, calls, isOutage });
  const attached = note(objects.attached, ["put", "get", "has", "remove"]);
  return { ...note(objects, ["put", "get", "has", "sweepDrafts", "check"]), attached };
}

/** Mail that reports its outages. A refused letter or address is no outage. */
export function noteMail(mail: Mail, outages: Outages): Mail {
  const calls = ["send" as const, "check" as const];
  return notingEach(outages, "mail", { thing: mail, calls, isOutage: isMailOutage });
}

type Authority = {
  stamp(bytes: Uint8Array): Promise<Uint8Array>;
  certificates(): Promise<Uint8Array[]>;
};

/** The timestamp authority's files, with its outages reported. */
export function noteAuthority<Files extends { timestamps: Authority | null }>(
  files: Files,
  outages: Outages,
): Files {
  const { timestamps: thing } = files;
  if (!thing) return files;
  const noted = { thing, calls: ["stamp" as const, "certificates" as const] };
  return { ...files, timestamps: notingEach(outages, "timestamps", noted) };
}
