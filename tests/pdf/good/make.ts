import { constants, sign, X509Certificate } from "node:crypto";
import { typesetEvidenceAnnex } from "#src/pdf/evidence-annex.ts";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { completePartySignature, preparePartySignature } from "#src/pdf/party-signature.ts";
import { renewFile } from "#src/pdf/renew.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { sealInstrument, type Timestamping } from "#src/pdf/seal.ts";
import { openSealKey, type SealKey } from "#src/pdf/seal-key.ts";
import { ec, type Issued, rsa } from "#tests/support/authority.ts";
import { newKey } from "../attacks/fixture.ts";
import type { Lab } from "../levels/lab.ts";
import { declaration } from "../typeset/support/udhr.ts";
import type { Kind } from "./every-kind.ts";

export type Good = { pdf: Uint8Array; level: string; signatures: number; trust: string[] };

/** Makes files as the service does, with keys that are issued once. */
export function openWorkshop(lab: Lab) {
  const demonstration = newKey(new Date());
  const seal = (options: string): SealKey => {
    const issued = lab.authority.issue("Seal", { key: options });
    return openSealKey({ ...issued, certificate: issued.pem, authority: lab.authority.pem }, true);
  };
  const keys = {
    demonstration: demonstration.key,
    RSA: lab.key,
    "ECDSA P-256": seal(ec("P-256")),
    "ECDSA P-384": seal(ec("P-384")),
  };
  const cards = {
    "own RSA": lab.authority.issue("Serik", { key: rsa(2048) }),
    "own PSS": lab.authority.issue("Aigul", { key: rsa(3072) }),
    "own ECDSA": lab.authority.issue("Mariam", { key: ec("P-256") }),
  };
  const lists = [lab.authority.list(), lab.clock.list()];
  const now = () => new Date();
  const revocation = findLists({ lists: async () => lists, hosts: [], now });
  const none = findLists({ lists: async () => [], hosts: [], now });
  const full = { ...lab.timestamping, revocation };
  const trustFiles: Record<Kind["level"], Timestamping | null> = {
    "B-B": null,
    "B-T": { ...full, revocation: none },
    "B-LTA": full,
    renewed: full,
  };
  return async (kind: Kind, nth: number): Promise<Good> => {
    const at = new Date();
    const key = keys[kind.key];
    const trust = kind.key === "demonstration" ? demonstration.trust : [lab.authority.pem];
    let pdf = kind.what === "annex" ? await annexOf(kind, nth) : await originalOf(kind, nth);
    const signed: string[] = [];
    for (const [index, how] of kind.parties.entries()) {
      if (how === "attested" || how === "absent") continue;
      pdf = byCard(pdf, { how, issued: cards[how], field: `Party-${index + 1}` }, trust[0] ?? "");
      signed.push(`Party-${index + 1}`);
    }
    const language = kind.languages[0] ?? "en";
    const fieldsOf = (wanted: string) =>
      kind.parties.flatMap((how, index) => (how === wanted ? [`Party-${index + 1}`] : []));
    const attested = fieldsOf("attested");
    const signatures = attested.map((field) => ({
      ...{ field, party: "Republic of Kazakhstan", person: "Әйгерім Бекқызы" },
      ...{ title: "Minister", method: "passkey", at },
    }));
    const sealed = await sealInstrument(pdf, {
      ...{ signatures, signed, unsigned: fieldsOf("absent"), key, at, language },
      reference: `GOOD/${nth}`,
      log: kind.logged ? { origin: "depositary.example/evidence", index: nth } : null,
      timestamping: trustFiles[kind.level],
    });
    const made = { signatures: signed.length + attested.length + 1, trust };
    if (kind.level !== "renewed") return { pdf: sealed.pdf, level: sealed.level, ...made };
    const renewed = await renewFile(sealed.pdf, { timestamping: full, at: new Date() });
    return { pdf: renewed.pdf, level: "B-LTA", ...made };
  };
}

async function originalOf({ languages, layout, parties, attached }: Kind, nth: number) {
  const texts = languages.map((language) => {
    const { title, markdown } = declaration(language);
    const [preamble = "", ...articles] = markdown.split("\n\n## ");
    return [language, title, [preamble, ...articles.slice(0, 5)].join("\n\n## ")] as const;
  });
  const { pdf } = await typesetInstrument(
    {
      reference: `GOOD/${nth}`,
      title: Object.fromEntries(texts.map(([language, title]) => [language, title])),
      languages,
      parties: parties.map((_, index) => ({ name: { en: `Party no. ${index + 1}` } })),
      layout,
      texts: Object.fromEntries(texts.map(([language, , text]) => [language, text])),
    },
    { date: "2026-11-23T10:00:00Z", id: `good ${nth}`, attachSource: attached },
  );
  return pdf;
}

function annexOf({ languages, level }: Kind, nth: number): Promise<Uint8Array> {
  const hash = nth.toString(16).padStart(64, "a");
  return typesetEvidenceAnnex({
    instrument: {
      ...{ reference: `GOOD/${nth}`, title: { en: "Memorandum" }, digest: hash, version: 1 },
      textDigests: Object.fromEntries(languages.map((language) => [language, hash])),
    },
    ...{ languages, trusted: nth % 2 === 0, date: "2026-11-23T10:00:00Z", signatures: [] },
    zone: "Asia/Almaty",
    level: level === "renewed" ? "B-LTA" : level,
    verifyUrl: `https://depositary.example/verify?agreement=${nth}`,
    events: Array.from({ length: nth % 40 }, (_, i) => ({
      ...{ seq: i + 1, at: "2026-11-22T09:00:00Z", act: "approve", actor: "Ana", hash },
      logged: i + nth,
    })),
    checkpoint: null,
  });
}

type ByCard = { how: "own RSA" | "own PSS" | "own ECDSA"; issued: Issued; field: string };

function byCard(pdf: Uint8Array, { how, issued, field }: ByCard, authority: string): Uint8Array {
  const pss = how === "own PSS";
  const request = {
    ...{ field, party: "Republic of Kazakhstan", person: "Serik", title: "Minister" },
    ...{ at: new Date(), language: "en", zone: "UTC", certificate: issued.certificate },
    chain: [new Uint8Array(new X509Certificate(authority).raw)],
    form: { digest: "sha256", pss } as const,
    consent: new Uint8Array(32).fill(field.length),
  };
  const { attributes } = preparePartySignature(pdf, request);
  const key = pss
    ? {
        key: issued.key,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      }
    : issued.key;
  const signature = new Uint8Array(sign("sha256", attributes, key));
  const trust = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`Party-${i + 1}`, [authority]]),
  );
  return completePartySignature(pdf, request, { signature }, { trust }).pdf;
}
