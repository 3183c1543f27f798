import { consents, days, monthStarts } from "./clause.ts";
import type { Dated } from "./dated.ts";

/** Days that the text names, and other instruments that must be in force. */
export const daysAndInstruments: Dated[] = [
  {
    name: "Kigali Amendment to the Montreal Protocol",
    clause:
      "1 January 2019 if twenty have deposited, or else the ninetieth day after the twentieth",
    entry: {
      form: "conditions",
      when: consents(20),
      date: "2019-01-01",
      delay: days(90),
      later: days(90),
    },
    decidedOn: "2017-11-17",
    inForce: "2019-01-01",
    rows: `
      Mali 2017-03-31 2019-01-01
      Micronesia 2017-05-12 2019-01-01
      Marshall Islands 2017-05-15 2019-01-01
      Rwanda 2017-05-23 2019-01-01
      Palau 2017-08-28 2019-01-01
      Norway 2017-09-06 2019-01-01
      Chile 2017-09-19 2019-01-01
      Democratic People's Republic of Korea 2017-09-21 2019-01-01
      Tuvalu 2017-09-21 2019-01-01
      Australia 2017-10-27 2019-01-01
      Canada 2017-11-03 2019-01-01
      Maldives 2017-11-13 2019-01-01
      Finland 2017-11-14 2019-01-01
      Germany 2017-11-14 2019-01-01
      United Kingdom 2017-11-14 2019-01-01
      Comoros 2017-11-16 2019-01-01
      Laos 2017-11-16 2019-01-01
      Luxembourg 2017-11-16 2019-01-01
      Slovakia 2017-11-16 2019-01-01
      Sweden 2017-11-17 2019-01-01
      Trinidad and Tobago 2017-11-17 2019-01-01`,
    sources: [
      "https://iifiir.org/fr/actualites/21-pays-ont-ratifie-l-amendement-de-kigali-ce-qui-permettra-son-entree-en-vigueur-au-1er-janvier-2019-en-anglais (deposits)",
      "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XXVII/XXVII-2-f.en.xml (article IV, entry)",
    ],
    note: "Until the day that the text names, the pages tell the entry for all that had deposited by then.",
  },
  {
    name: "Montreal Protocol",
    clause:
      "1 January 1989 if eleven with two thirds of the consumption have deposited and the Vienna Convention is in force",
    entry: {
      form: "conditions",
      when: {
        kind: "all",
        of: [
          consents(11),
          { kind: "quantity", what: "quantity", shares: { Depositors: 2 }, atLeast: 2 },
          { kind: "instrument", name: "Vienna Convention for the Protection of the Ozone Layer" },
        ],
      },
      date: "1989-01-01",
      delay: days(90),
    },
    decidedOn: "1988-12-31",
    inForce: "1989-01-01",
    unnamed: [[10, "1988-12-30"]],
    rows: "Depositors 1988-12-31 1989-01-01",
    others: { "Vienna Convention for the Protection of the Ozone Layer": "1988-09-22" },
    sources: [
      "https://docslib.org/doc/2740111/no-26369-multilateral-montreal-protocol-on-substances-that (UNTS 1522, first note)",
      "https://icj-cij.org/node/202875 (the Vienna Convention's own entry)",
    ],
    note: "The note says that the conditions were met by the day, in thirds of the consumption; not by which deposit.",
  },
  {
    name: "Protocol amending the Limitation Convention",
    clause:
      "first day of the sixth month after the second accession, once two other conventions are in force",
    entry: {
      form: "conditions",
      when: consents(2),
      delay: monthStarts(6),
      later: monthStarts(6),
      notBefore: [
        { kind: "instrument", name: "Limitation Convention of 1974", on: "1988-08-01" },
        { kind: "instrument", name: "Sales Convention of 1980", on: "1988-01-01" },
      ],
    },
    decidedOn: "1983-06-16",
    inForce: "1988-08-01",
    rows: `
      Egypt 1982-12-06 -
      Hungary 1983-06-16 -`,
    sources: [
      "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20X/X-7-a.en.xml (article IX, entry)",
      "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20X/X-7-b.en.xml (accessions)",
      "https://docslib.org/doc/11047999/vil-status-and-promotion-of-uncitral-texts (the two conventions)",
    ],
  },
];
