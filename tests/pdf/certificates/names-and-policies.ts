import * as der from "#src/pdf/cms/der.ts";
import { oids } from "#src/pdf/cms/oids.ts";
import type { Extension } from "./forge.ts";

/** GeneralNames (RFC 5280, 4.2.1.6). */
export const mail = (text: string) => der.element(0x81, Buffer.from(text));
export const host = (text: string) => der.element(0x82, Buffer.from(text));
export const directory = (name: Uint8Array) => der.tagged(4, name);
export const page = (text: string) => der.element(0x86, Buffer.from(text));
export const address = (...bytes: number[]) => der.element(0x87, Uint8Array.from(bytes));

export const alsoNamed = (critical: boolean, ...names: Uint8Array[]): Extension => ({
  id: oids.subjectAltName,
  critical,
  value: der.sequence(...names),
});

export const mayName = (
  { permitted = [], excluded = [] }: { permitted?: Uint8Array[]; excluded?: Uint8Array[] },
  critical = true,
): Extension => {
  const trees = (tag: number, bases: Uint8Array[]) =>
    bases.length > 0 ? [der.tagged(tag, ...bases.map((base) => der.sequence(base)))] : [];
  const value = der.sequence(...trees(0, permitted), ...trees(1, excluded));
  return { id: oids.nameConstraints, critical, value };
};

export const underPolicies = (...ids: string[]): Extension => ({
  id: oids.certificatePolicies,
  value: der.sequence(...ids.map((id) => der.sequence(der.objectId(id)))),
});

export const mapsPolicy = (from: string, to: string): Extension => ({
  id: oids.policyMappings,
  critical: true,
  value: der.sequence(der.sequence(der.objectId(from), der.objectId(to))),
});

/** After how many certificates a policy is required, and from where none is mapped. */
export const asksPolicy = (
  required: number | null,
  noMapping: number | null = null,
): Extension => ({
  id: oids.policyConstraints,
  critical: true,
  value: der.sequence(
    ...(required === null ? [] : [der.element(0x80, Uint8Array.of(required))]),
    ...(noMapping === null ? [] : [der.element(0x81, Uint8Array.of(noMapping))]),
  ),
});

export const noAnyPolicy = (after: number): Extension => ({
  id: oids.inhibitAnyPolicy,
  critical: true,
  value: der.integer(after),
});
