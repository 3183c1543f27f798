import { openSigning } from "#src/agreements/signing/open-signing.ts";
import type { VerifyOptions } from "#src/pdf/verify/options.ts";
import { rsa } from "#tests/support/authority.ts";
import { cardOf, type Prepared } from "#tests/support/card.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, told } from "#tests/support/scenario.ts";
import { openTrustFiles } from "#tests/support/trust-files.ts";

/** An office with authorities of two parties, and the card of Kazakhstan's signatory. */
export type CardHall = Awaited<ReturnType<typeof openCardHall>>;

export async function openCardHall() {
  const trustFiles = await openTrustFiles(["KZ", "AE"]);
  const office = await openOffice(trustFiles.office);
  const room = await roomOf(office);
  const kz = office.as("representative", "KZ");
  const openSigningOf = async (agreement: string): Promise<void> => {
    for (const nth of [0, 1]) {
      const officer = office.as("legal-officer", null, nth);
      await openSigning(office.ctx, await told(office, agreement, officer), { closesAt: null });
    }
  };
  return {
    trustFiles,
    office,
    kz,
    ae: office.as("representative", "AE"),
    card: cardOf(trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(2048) }),
    work: () => work(office, room),
    openSigningOf,
    /** A memorandum that is open for signing, its original typeset. */
    openForSigning: async (): Promise<string> => {
      const agreement = await draft(office);
      await bringToOriginal(office, agreement);
      await work(office, room);
      await openSigningOf(agreement);
      return agreement;
    },
    sealedOf: async (agreement: string) => {
      const response = await kz.send("GET", `/agreements/${agreement}/pdf?kind=sealed`);
      return new Uint8Array(await response.arrayBuffer());
    },
    contentOf: async ({ id }: Prepared) =>
      Buffer.from(await (await kz.send("GET", `/signatures/${id}/content`)).arrayBuffer()),
    /** Whom a reader of the sealed files trusts. */
    reader: (): VerifyOptions => ({
      trust: [...office.seal.trust, ...Object.values(office.timestamping.partyTrust)],
      timestampTrust: office.timestamping.timestampTrust,
    }),
    close: async () => {
      await office.close();
      await trustFiles.close();
    },
  };
}

/** The signed attributes of the first original, in DER. */
export const attributesIn = ({ originals }: Prepared) =>
  Buffer.from(originals[0]!.attributes, "base64");

/** The body that answers with this signature or whole CMS for the one original. */
export const oneOf = (made: Buffer, kind: "signature" | "cms") => ({
  originals: [{ [kind]: made.toString("base64") }],
});
