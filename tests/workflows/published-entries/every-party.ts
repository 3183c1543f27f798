import type { Published } from "./published.ts";

/** Agreements that waited for all who had negotiated them, or for a fixed date. */
export const everyParty: Published[] = [
  {
    name: "United States and United Kingdom, memorandum on test and evaluation (TIAS 06-1107.1)",
    sources: ["https://docslib.org/download/497990/defense-test-and-evaluation"],
    // "Signed at Washington and London October 18 and November 7, 2006."
    clause: { form: "last-signature" },
    act: "signature",
    inForce: "2006-11-07",
    negotiated: `
      United States 2006-10-18 2006-11-07
      United Kingdom 2006-11-07 2006-11-07`,
  },
  {
    name: "Treaty concerning the accession of Croatia to the European Union",
    sources: [
      "http://www.consilium.europa.eu/policies/agreements/search-the-agreements-database?command=details&id=&lang=en&aid=2011051&doclang=EN",
      "https://en.wikipedia.org/wiki/Treaty_of_Accession_2011",
    ],
    // Provided that all had deposited by then, which the clause here cannot say: it asks for two.
    clause: { form: "fixed-date", date: "2013-07-01" },
    act: "deposit",
    inForce: "2013-07-01",
    negotiated: `
      Austria 2012-08-08 2013-07-01
      Belgium 2013-06-14 2013-07-01
      Bulgaria 2012-04-19 2013-07-01
      Cyprus 2012-06-11 2013-07-01
      Czech Republic 2012-07-04 2013-07-01
      Germany 2013-06-21 2013-07-01
      Denmark 2013-05-29 2013-07-01
      Estonia 2012-10-24 2013-07-01
      Spain 2013-01-08 2013-07-01
      France 2013-03-20 2013-07-01
      United Kingdom 2013-05-20 2013-07-01
      Greece 2012-12-27 2013-07-01
      Hungary 2012-03-22 2013-07-01
      Croatia 2012-04-04 2013-07-01
      Italy 2012-04-10 2013-07-01
      Ireland 2012-10-08 2013-07-01
      Lithuania 2012-06-20 2013-07-01
      Luxembourg 2013-01-17 2013-07-01
      Latvia 2012-06-06 2013-07-01
      Malta 2012-04-02 2013-07-01
      Netherlands 2013-05-31 2013-07-01
      Portugal 2012-12-19 2013-07-01
      Poland 2013-02-12 2013-07-01
      Romania 2012-08-02 2013-07-01
      Sweden 2013-01-08 2013-07-01
      Finland 2013-05-06 2013-07-01
      Slovenia 2013-06-18 2013-07-01
      Slovakia 2012-03-19 2013-07-01`,
  },
  {
    name: "Hong Kong and Mauritius, agreement on double taxation",
    sources: ["https://ird.gov.hk/eng/tax/dta5.htm"],
    clause: { form: "last-notification" },
    act: "notification",
    inForce: "2023-06-23",
    negotiated: `
      Mauritius 2023-05-18 2023-06-23
      Hong Kong 2023-06-23 2023-06-23`,
  },
  {
    name: "Japan and Australia, economic partnership agreement",
    sources: ["https://www.mofa.go.jp/press/release/press4e_000552.html"],
    // "On the thirtieth day after the date on which the Governments … exchange diplomatic notes."
    clause: { form: "after-last-notification", days: 30 },
    act: "notification",
    inForce: "2015-01-15",
    negotiated: `
      Japan 2014-12-16 2015-01-15
      Australia 2014-12-16 2015-01-15`,
  },
  {
    name: "Treaty on Conventional Armed Forces in Europe",
    sources: [
      "https://verdragen.nl/en/Treaty/Details/004285.html?expand-table=partijtabel",
      "https://fas.org/nuke/control/cfe/cfebook/ch3c.html",
    ],
    // Ten days after all had deposited; the United Kingdom and the United States were not read.
    clause: { form: "after-last-notification", days: 10 },
    act: "deposit",
    inForce: "1992-11-09",
    negotiated: `
      Armenia 1992-10-12 1992-11-09
      Azerbaijan 1992-07-09 1992-11-09
      Belarus 1992-10-30 1992-11-09
      Belgium 1991-12-17 1992-11-09
      Bulgaria 1991-11-12 1992-11-09
      Canada 1991-11-22 1992-11-09
      Czechoslovakia 1991-08-05 1992-11-09
      Denmark 1991-12-30 1992-11-09
      France 1992-03-24 1992-11-09
      Georgia 1992-07-06 1992-11-09
      Germany 1991-12-23 1992-11-09
      Greece 1992-07-08 1992-11-09
      Hungary 1991-11-04 1992-11-09
      Iceland 1991-12-24 1992-11-09
      Italy 1992-04-22 1992-11-09
      Kazakhstan 1992-10-30 1992-11-09
      Luxembourg 1992-01-22 1992-11-09
      Moldova 1992-07-06 1992-11-09
      Netherlands 1991-11-08 1992-11-09
      Norway 1991-11-29 1992-11-09
      Poland 1991-11-26 1992-11-09
      Portugal 1992-08-14 1992-11-09
      Romania 1992-04-21 1992-11-09
      Russian Federation 1992-09-03 1992-11-09
      Spain 1992-06-01 1992-11-09
      Türkiye 1992-07-08 1992-11-09
      Ukraine 1992-07-09 1992-11-09`,
  },
  {
    name: "Antarctic Treaty",
    sources: [
      "https://www.verdragen.nl/en/Treaty/Details/006926_p.html",
      "https://ja.wikisource.org/wiki/Page:TheAntarcticTreaty.pdf/13 (article XIII(5))",
      "http://www.antarctica.gov.au/law-and-treaty/treaty-partners",
    ],
    clause: { form: "all-consented" },
    act: "deposit",
    inForce: "1961-06-23",
    negotiated: `
      United Kingdom 1960-05-31 1961-06-23
      South Africa 1960-06-21 1961-06-23
      Belgium 1960-07-26 1961-06-23
      Japan 1960-08-04 1961-06-23
      United States 1960-08-18 1961-06-23
      Norway 1960-08-24 1961-06-23
      France 1960-09-16 1961-06-23
      New Zealand 1960-11-01 1961-06-23
      Soviet Union 1960-11-02 1961-06-23
      Argentina 1961-06-23 1961-06-23
      Australia 1961-06-23 1961-06-23
      Chile 1961-06-23 1961-06-23`,
    // Poland acceded before the treaty was in force, and waited for it.
    joined: `
      Poland 1961-06-08 1961-06-23
      Czechoslovakia 1962-06-14 1962-06-14
      Denmark 1965-05-20 1965-05-20
      Netherlands 1967-03-30 1967-03-30
      Romania 1971-09-15 1971-09-15
      Brazil 1975-05-16 1975-05-16
      Bulgaria 1978-09-11 1978-09-11
      Germany 1979-02-05 1979-02-05
      Peru 1981-04-10 1981-04-10
      Italy 1981-03-18 1981-03-18
      China 1983-06-08 1983-06-08
      Republic of Korea 1986-11-28 1986-11-28
      Estonia 2001-05-17 2001-05-17
      Belarus 2006-12-27 2006-12-27
      Monaco 2008-05-31 2008-05-31
      Malaysia 2011-10-31 2011-10-31
      United Arab Emirates 2024-12-11 2024-12-11`,
  },
];
