import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  signs,
  takes,
} from "./hall.ts";
import { openHallOf } from "./in-those-days.ts";

/**
 * The Second Optional Protocol to the International Covenant on Civil and Political Rights, aiming at the abolition of
 * the death penalty, New York, 15 December 1989 (UNTS vol. 1642, p. 414). Read:
 *
 * - article 8, three months after the tenth instrument, and likewise for others (cil.nus.edu.sg, database no. 772);
 *   articles 2 (reservations) and 7 (signature, ratification, accession) at lexmea.de;
 * - entry into force, signatures and deposits in the status of the depositary, the Secretary-General of the United
 *   Nations, as of 24 April 2014 (treaties.un.org, chapter IV, 12; read to Guinea-Bissau) and as of 17 May 2006 (paclii.org,
 *   status page 1989-16; read to Portugal), so that the days of Romania, Spain and Sweden were not read;
 * - the German Democratic Republic's signature and ratification in note 2 of an earlier status (a copy of unhchr.ch,
 *   treaty19_asp, at nativeamericanembassy.net);
 * - the days of entry into force for each party to Iceland (verdragenbank.overheid.nl, treaty 003919; Trb. 2012, 70). For
 *   the Netherlands, New Zealand and Portugal it follows from article 8(1);
 * - reservations and objections with their days (verdragen.nl, treaty 003919; bayefsky.com, Azerbaijan and Brazil under
 *   this Protocol).
 *
 * Here are States whose days were read, as far as the story needs them. Three more must have deposited by 11 April 1991,
 * the day that article 8 gives for the tenth: Romania, Spain and Sweden stand for them, and are left out of the table.
 *
 * Not read: on which days the Secretary-General notified the reservations. Here that is the day of the deposit, and for
 * Brazil the Monday after it. That the objections of Germany and Finland to the reservation of Azerbaijan came after
 * twelve months fits what he calls them, communications. So does the service: its table lists them without effect. The words of reservations and objections are shortened; the text is the project's template with
 * these clauses.
 */
export const published: Record<string, [string | null, string | null, string | null]> = {
  AU: [null, "1990-10-02", "1991-07-11"],
  FI: ["1990-02-13", "1991-04-04", "1991-07-11"],
  IS: ["1991-01-30", "1991-04-02", "1991-07-11"],
  NL: ["1990-08-09", "1991-03-26", "1991-07-11"],
  NZ: ["1990-02-22", "1990-02-22", "1991-07-11"],
  PT: ["1990-02-13", "1990-10-17", "1991-07-11"],
  DE: ["1990-02-13", "1992-08-18", "1992-11-18"],
  AZ: [null, "1999-01-22", "1999-04-22"],
  EE: [null, "2004-01-30", "2004-04-30"],
  FR: [null, "2007-10-02", "2008-01-02"],
  BR: [null, "2009-09-25", "2009-12-25"],
  // Note 2 of the status: it signed and ratified, and is no party; its deposit is one of the ten.
  GDR: ["1990-03-07", "1990-08-16", null],
};
export const inForce = "1991-07-11";
export const tenth = "1991-04-11";
export const unread = ["RO", "ES", "SE"];
const negotiators = ["FI", "PT", "DE", ...unread];

const state = (code: string, en: string, ru: string) => ({
  code,
  kind: "state",
  names: { en, ru },
});
const listed = [
  state("AU", "Australia", "Австралия"),
  state("IS", "the Republic of Iceland", "Республика Исландия"),
  state("NZ", "New Zealand", "Новая Зеландия"),
  state("PT", "the Portuguese Republic", "Португальская Республика"),
  state("RO", "Romania", "Румыния"),
  state("BR", "the Federative Republic of Brazil", "Федеративная Республика Бразилия"),
  state("GDR", "the German Democratic Republic", "Германская Демократическая Республика"),
];

const as = "subject-to-ratification";

/** The Protocol, adopted, signed by those who negotiated it here, and open to all other States. */
export async function openProtocol(): Promise<{ hall: Hall; id: string }> {
  const hall: Hall = await openHallOf("1990-02-13T10:00:00-05:00", [
    ...["FI", "DE", "ES", "SE", "NL", "FR", "AZ", "EE"],
    ...listed,
  ]);
  const id = await drafts(hall, {
    template: "multilateral-partnership-agreement",
    title: { en: "Second Optional Protocol, aiming at the Abolition of the Death Penalty" },
    parties: negotiators.map((code) => ({ code })),
    languages: ["en"],
    variables: { place: "New York" },
    terms: {
      authority: "dispensed",
      clearance: false,
      alternat: "none",
      zone: "America/New_York",
      consent: ["subject-to-ratification"],
      entry: {
        form: "conditions",
        when: { kind: "consents", needed: 10 },
        delay: { unit: "months", count: 3 },
        later: { unit: "months", count: 3 },
      },
      accession: true,
      reservations: "permitted",
      reservationRules: { only: [2] },
      participation: {
        signature: { to: "all-states", until: "unlimited" },
        accession: { to: "all-states", from: "opening" },
      },
    },
  });
  await designates(hall, id, negotiators);
  await takes(hall.officers[0], id, "submissions");
  await approves(hall, id, negotiators);
  await authenticates(hall, id, ["en"]);
  await both(hall.officers, id, "signing", {});
  for (const party of negotiators) await signs(hall, id, party, { as });
  await takes(hall.officers[0], id, "ceremony-closings");
  await hall.work();
  await takes(hall.officers[0], id, "publication");
  return { hall, id };
}
