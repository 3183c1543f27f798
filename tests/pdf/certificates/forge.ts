import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import * as der from "#src/pdf/cms/der.ts";
import { oids } from "#src/pdf/cms/oids.ts";

/** Somebody with a name and a key. */
export type Holder = { name: Uint8Array; privateKey: KeyObject; publicKey: KeyObject };

export type Extension = { id: string; critical?: boolean; value: Uint8Array };

const day = 86_400_000;
const algorithm = der.sequence(der.objectId(oids.ecdsa.sha256));
const utc = (date: Date) => der.time(date);
const inDays = (days: number) => new Date(Date.now() + days * day);

export const attribute = (type: string, value: Uint8Array) =>
  der.setOf(der.sequence(der.objectId(type), value));
export const named = (...texts: string[]) =>
  der.sequence(...texts.map((text) => attribute(oids.commonName, der.utf8(text))));

export function newHolder(name: string | Uint8Array): Holder {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { name: typeof name === "string" ? named(name) : name, ...pair };
}

export type Forged = {
  subject: Holder;
  issuer: Holder;
  serial?: number;
  from?: Date;
  /** Or a UTCTime as it stands. */
  until?: Date | string;
  extensions?: Extension[];
};

let serials = 0x10_00_00;

/** A certificate with exactly the extensions given, in DER. */
export function certificateOf({ subject, issuer, ...more }: Forged): Uint8Array {
  const { serial = ++serials, from = inDays(-1), until = inDays(30), extensions = [] } = more;
  const body = der.sequence(
    der.tagged(0, der.integer(2)),
    numberOf(serial),
    algorithm,
    issuer.name,
    der.sequence(
      utc(from),
      typeof until === "string" ? der.element(0x17, Buffer.from(until)) : utc(until),
    ),
    subject.name,
    subject.publicKey.export({ type: "spki", format: "der" }),
    ...(extensions.length > 0 ? [der.tagged(3, extensionsOf(extensions))] : []),
  );
  return signed(body, issuer);
}

export type ForgedList = {
  issuer: Holder;
  from?: Date;
  /** Null leaves it out. */
  until?: Date | null;
  entries?: { serial: number; at?: Date; extensions?: Extension[] }[];
  /** DER of more entries, one after another. */
  more?: Uint8Array;
  extensions?: Extension[];
};

/** A revocation list of version 2, in DER. */
export function listOf({ issuer, entries = [], more, extensions = [], ...times }: ForgedList) {
  const { from = inDays(-0.01), until = inDays(10) } = times;
  const rows = entries.map(({ serial, at = inDays(-0.5), extensions: own = [] }) =>
    der.sequence(numberOf(serial), utc(at), ...(own.length > 0 ? [extensionsOf(own)] : [])),
  );
  const all = more ? [...rows, more] : rows;
  const body = der.sequence(
    der.integer(1),
    algorithm,
    issuer.name,
    utc(from),
    ...(until ? [utc(until)] : []),
    ...(all.length > 0 ? [der.sequence(...all)] : []),
    ...(extensions.length > 0 ? [der.tagged(0, extensionsOf(extensions))] : []),
  );
  return signed(body, issuer);
}

/** So many entries of serial numbers that no certificate here has, with a reason each, written without a tree. */
export function manyEntries(count: number): Uint8Array {
  const one = der.sequence(
    numberOf(0x7f_00_00_00_00),
    utc(inDays(-2)),
    extensionsOf([reasonOf(4)]),
  );
  const out = Buffer.alloc(one.length * count);
  for (let i = 0; i < count; i++) {
    out.set(one, i * one.length);
    out.writeUInt32BE(i, i * one.length + 5);
  }
  return out;
}

export const extensionsOf = (all: Extension[]) =>
  der.sequence(
    ...all.map(({ id, critical = false, value }) =>
      der.sequence(der.objectId(id), ...(critical ? [der.boolean(true)] : []), der.octets(value)),
    ),
  );

export const numberOf = (value: number) =>
  der.unsigned(Buffer.from(value.toString(16).padStart(16, "0"), "hex"));

function signed(body: Uint8Array, { privateKey }: Holder): Uint8Array {
  return der.sequence(body, algorithm, der.bitString(sign("sha256", body, privateKey)));
}

export const asPem = (bytes: Uint8Array, label: string) => {
  const lines = Buffer.from(bytes)
    .toString("base64")
    .match(/.{1,64}/g)!;
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
};

// Extensions of certificates.

const bits = (byte: number) => der.bitString(Uint8Array.of(byte));
export const isAuthority = (length?: number): Extension => ({
  id: oids.basicConstraints,
  critical: true,
  value: der.sequence(der.boolean(true), ...(length === undefined ? [] : [der.integer(length)])),
});
export const signsCertificates: Extension = {
  id: oids.keyUsage,
  critical: true,
  value: bits(0b0000_0110),
};
export const signsDocuments: Extension = {
  id: oids.keyUsage,
  critical: true,
  value: bits(0b1100_0000),
};
export const forUses = (...uses: string[]): Extension => ({
  id: oids.extendedKeyUsage,
  value: der.sequence(...uses.map((use) => der.objectId(use))),
});

const uri = (address: string) => der.element(0x86, Buffer.from(address));
const fullName = (...addresses: string[]) =>
  der.tagged(0, der.tagged(0, ...addresses.map((one) => uri(one))));
/** Where the certificate says that its issuer's list lies. */
export const listedAt = (...addresses: string[]): Extension => ({
  id: oids.crlDistributionPoints,
  value: der.sequence(der.sequence(fullName(...addresses))),
});

// Extensions of lists and of their entries.

/** IssuingDistributionPoint; `flags` are the tags of what is true, 1 to 5. */
export const ofPoint = (address: string | null, ...flags: number[]): Extension => ({
  id: oids.issuingDistributionPoint,
  critical: true,
  value: der.sequence(
    ...(address ? [fullName(address)] : []),
    ...flags.map((tag) =>
      der.element(0x80 + tag, tag === 3 ? Uint8Array.of(1, 0x40) : Uint8Array.of(0xff)),
    ),
  ),
});
export const ofChanges: Extension = {
  id: oids.deltaCrlIndicator,
  critical: true,
  value: der.integer(1),
};
export const numbered: Extension = { id: oids.crlNumber, value: der.integer(7) };
export const reasonOf = (reason: number): Extension => ({
  id: oids.reasonCode,
  value: der.element(0x0a, Uint8Array.of(reason)),
});
export const invalidSince = (date: Date): Extension => ({
  id: oids.invalidityDate,
  value: der.element(
    0x18,
    Buffer.from(`${date.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`),
  ),
});
export const unknownTo = (critical: boolean): Extension => ({
  id: "1.2.3.4.5",
  critical,
  value: der.nothing,
});
