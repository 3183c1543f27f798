import { alike, consents, fullMonths, monthStarts } from "./clause.ts";
import type { Dated } from "./dated.ts";

/** Entry into force on the first day of a month. */
export const startsOfMonths: Dated[] = [
  {
    name: "Rome Statute of the International Criminal Court",
    clause: "first day of the month after the sixtieth day following the sixtieth deposit",
    entry: alike(consents(60), { unit: "days", count: 60, counting: "full-month" }),
    decidedOn: "2002-04-11",
    inForce: "2002-07-01",
    unnamed: [
      [52, "2002-04-10"],
      [10, "2002-04-11"],
    ],
    rows: `
      Austria 2000-12-28 2002-07-01
      Argentina 2001-02-08 2002-07-01
      Andorra 2001-04-30 2002-07-01
      Antigua and Barbuda 2001-06-18 2002-07-01
      Australia 2002-07-01 2002-09-01
      Albania 2003-01-31 2003-05-01
      Afghanistan 2003-02-10 2003-05-01
      Bangladesh 2010-03-23 2010-06-01
      Armenia 2023-11-14 2024-02-01`,
    sources: [
      "http://www.peaceandjusticeinitiative.org/implementation-resources/when-does-the-icc-statute-enter-into-force (article 126)",
      "http://www.princeton.edu/~achaney/tmve/wiki100k/docs/Rome_Statute_of_the_International_Criminal_Court.html (ten on 11 April)",
      "https://hyperlinked.wiki/wiki.php?slug=States_parties_to_the_Rome_Statute_of_the_International_Criminal_Court (parties)",
    ],
  },
  {
    name: "Mine Ban Convention",
    clause: "first day of the sixth month after the month of the fortieth deposit",
    entry: alike(consents(40), monthStarts(6)),
    decidedOn: "1998-09-16",
    inForce: "1999-03-01",
    unnamed: [[39, "1998-09-15"]],
    rows: "Burkina Faso 1998-09-16 1999-03-01",
    sources: [
      "https://www.icrc.org/eng/resources/documents/article/other/57jpgm.htm (fortieth, deposit, entry)",
      "https://debates.parlamento.pt/catalogo/r3/dar/s2a/07/04/028S1/1999-01-09/51 (article 17)",
    ],
  },
  {
    name: "Convention on Cluster Munitions",
    clause: "first day of the sixth month after the month of the thirtieth deposit",
    entry: alike(consents(30), monthStarts(6)),
    decidedOn: "2010-02-16",
    inForce: "2010-08-01",
    unnamed: [[28, "2010-02-15"]],
    rows: `
      Burkina Faso 2010-02-16 2010-08-01
      Moldova 2010-02-16 2010-08-01`,
    sources: [
      "http://stopclustermunitions.org/en-gb/media/news/2010/moldova-among-first-30-states-to-ratify-clust.aspx (thirtieth, deposits, entry)",
      "http://www.armscontrol.org/act/2010_03/ClusterEntry (clause)",
    ],
  },
  {
    name: "United States-Mexico-Canada Agreement",
    clause: "first day of the third month following the last notification",
    entry: alike({ kind: "notifications", needed: "all" }, monthStarts(3)),
    act: "notification",
    decidedOn: "2020-04-24",
    inForce: "2020-07-01",
    rows: `
      Canada 2020-04-02 2020-07-01
      Mexico 2020-04-02 2020-07-01
      United States 2020-04-24 2020-07-01`,
    sources: [
      "https://www.gob.mx/sre/prensa/usmca-to-enter-into-force-on-july-1-2020?idiom=en (clause, Canada and Mexico)",
      "https://www.internationaltradeinsights.com/2020/04/united-states-mexico-canada-agreement-usmca-set-to-take-effect-july-1-2020/ (24 April, entry)",
    ],
  },
  {
    name: "Multilateral Convention to prevent base erosion and profit shifting",
    clause: "first day of the month after three months from the fifth deposit; likewise for others",
    entry: alike(consents(5), fullMonths(3)),
    decidedOn: "2018-03-22",
    inForce: "2018-07-01",
    rows: `
      Austria 2017-09-22 2018-07-01
      Isle of Man 2017-10-19 2018-07-01
      Jersey 2017-12-15 2018-07-01
      Poland 2018-01-23 2018-07-01
      Slovenia 2018-03-22 2018-07-01
      Serbia 2018-06-05 2018-10-01
      Slovakia 2018-09-20 2019-01-01
      Australia 2018-09-26 2019-01-01
      France 2018-09-26 2019-01-01
      Japan 2018-09-26 2019-01-01`,
    sources: [
      "https://regfollower.com/slovenia-deposited-its-instrument-of-ratification-of-the-mli (the first five, entry)",
      "http://internationaltaxplaza.info/homepage/news-archive/news-archive-2018/news-archive-september-2018/4881-australia-france-japan-and-the-slovak-republic-deposit-their-instruments-of-ratification-for-the-mli.html?tmpl=component&print=1 (article 34(2), later parties)",
      "http://www.internationaltaxplaza.info/homepage/news-archive/news-archive-2018/news-archive-june-2018/4623-serbia-deposits-its-instrument-of-ratification-for-the-mli.html?tmpl=component&print=1 (Serbia)",
    ],
  },
  {
    name: "Convention on the Use of Electronic Communications in International Contracts",
    clause: "first day of the month after six months from the third deposit",
    entry: alike(consents(3), fullMonths(6)),
    decidedOn: "2012-08-02",
    inForce: "2013-03-01",
    unnamed: [[1, "2010-07-06"]],
    rows: `
      Singapore 2010-07-07 2013-03-01
      Dominican Republic 2012-08-02 2013-03-01`,
    sources: [
      "http://unis.unvienna.org/unis/en/pressrels/2012/unisl172.html (third, deposit, entry)",
      "https://unis.unvienna.org/unis/pressrels/2010/unisl143.html (Singapore)",
    ],
    note: "The form of the clause is that of the other conventions of the same commission.",
  },
  {
    name: "Treaty of Lisbon",
    clause:
      "1 January 2009 if all have deposited, or else the first day of the month after the last",
    entry: {
      form: "conditions",
      when: { kind: "consents", needed: "all" },
      date: "2009-01-01",
      delay: monthStarts(1),
    },
    decidedOn: "2009-11-13",
    inForce: "2009-12-01",
    unnamed: [[24, "2009-11-12"]],
    rows: `
      Austria 2008-05-13 2009-12-01
      Belgium 2008-10-15 2009-12-01
      Czech Republic 2009-11-13 2009-12-01`,
    sources: [
      "http://en.m.wikisource.org/wiki/Treaty_of_Lisbon/Article_6_-_Ratification (clause)",
      "https://worddisk.com/wiki/Ratification_of_the_Treaty_of_Lisbon/ (deposits, entry)",
    ],
  },
];
