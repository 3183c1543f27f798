import type { Condition, SingleCondition } from "#workflows/entry-conditions.ts";
import { alike, consents, days, months } from "./clause.ts";
import type { Dated } from "./dated.ts";

const all = (...of: SingleCondition[]): Condition => ({ kind: "all", of });
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);

const asean = [
  ...["Brunei", "Cambodia", "Indonesia", "Laos", "Malaysia"],
  ...["Myanmar", "Philippines", "Singapore", "Thailand", "Vietnam"],
];
const permanent = ["China", "France", "Soviet Union", "United Kingdom", "United States"];
const others = [
  ...["Argentina", "Australia", "Belarus", "Belgium", "Bolivia", "Brazil", "Canada", "Chile"],
  ...["Colombia", "Costa Rica", "Cuba", "Czechoslovakia", "Denmark", "Dominican Republic"],
  ...numbered(1, 32),
];

/** Conditions on who consents: named parties, groups, fractions, and shares of a quantity. */
export const groupsAndShares: Dated[] = [
  {
    name: "Regional Comprehensive Economic Partnership",
    clause: "sixty days after six of ASEAN and three others have deposited",
    entry: alike(
      all(
        { kind: "consents", needed: 6, among: asean },
        {
          kind: "consents",
          needed: 3,
          among: ["Australia", "China", "Japan", "Republic of Korea", "New Zealand"],
        },
      ),
      days(60),
    ),
    decidedOn: "2021-11-02",
    inForce: "2022-01-01",
    rows: `
      Singapore 2021-10-28 2022-01-01
      Brunei 2021-10-28 2022-01-01
      Laos 2021-10-28 2022-01-01
      Cambodia 2021-10-28 2022-01-01
      China 2021-10-28 2022-01-01
      Japan 2021-10-28 2022-01-01
      Thailand 2021-10-28 2022-01-01
      Vietnam 2021-10-29 2022-01-01
      Australia 2021-11-02 2022-01-01
      New Zealand 2021-11-02 2022-01-01`,
    sources: [
      "https://www.roedl.de:10006/en-gb/de/insights/Pages/asia-pacific-rcep-entry-into-force-asean-china.aspx (clause, deposits)",
      "https://www.marketscreener.com/news/latest/The-Regional-Comprehensive-Economic-Partnership-RCEP-Agreement-will-enter-into-force-on-January-1--36892848/?utm_medium=RSS&utm_content=20211104 (members, entry)",
    ],
    note: "The first six had deposited before 28 October 2021; their days are not in the sources.",
  },
  {
    name: "Charter of the United Nations",
    clause: "the five permanent members and a majority of the other signatories have deposited",
    entry: {
      form: "conditions",
      when: all(
        { kind: "parties", parties: permanent },
        { kind: "consents", needed: "majority", among: others },
      ),
      delay: days(0),
    },
    decidedOn: "1945-10-24",
    inForce: "1945-10-24",
    unnamed: [[16, "1945-10-23"]],
    rows: `
      Dominican Republic 1945-09-04 1945-10-24
      Brazil 1945-09-21 1945-10-24
      Argentina 1945-09-24 1945-10-24
      China 1945-09-28 1945-10-24
      Denmark 1945-10-09 1945-10-24
      Chile 1945-10-11 1945-10-24
      Cuba 1945-10-15 1945-10-24
      Czechoslovakia 1945-10-19 1945-10-24
      France 1945-10-24 1945-10-24
      Soviet Union 1945-10-24 1945-10-24
      United Kingdom 1945-10-24 1945-10-24
      United States 1945-10-24 1945-10-24
      Belarus 1945-10-24 1945-10-24
      Australia 1945-11-01 1945-11-01
      Costa Rica 1945-11-02 1945-11-02
      Colombia 1945-11-05 1945-11-05
      Canada 1945-11-09 1945-11-09
      Bolivia 1945-11-14 1945-11-14
      Belgium 1945-12-27 1945-12-27`,
    sources: [
      "https://www.lawandisrael.org/History/ratification-of-the-un-charter/ (clause; five and twenty-four others on 24 October)",
      "https://www.scribd.com/document/608981327/298-UN-Charter-1 (deposits and days in force)",
      "http://www.myday.si/index.php?c=events&view=detail&id=657&d=26&m=6 (51 signatories)",
    ],
    note: "Deposits of four permanent members and of sixteen others by 24 October were not read one by one.",
  },
  {
    name: "Treaty on the Non-Proliferation of Nuclear Weapons",
    clause: "on the deposit by the three depositaries and forty others",
    entry: {
      form: "conditions",
      when: all(
        { kind: "parties", parties: ["Soviet Union", "United Kingdom", "United States"] },
        consents(43),
      ),
      delay: days(0),
    },
    decidedOn: "1970-03-05",
    inForce: "1970-03-05",
    unnamed: [[40, "1970-03-04"]],
    rows: `
      Soviet Union 1970-03-05 1970-03-05
      United Kingdom 1970-03-05 1970-03-05
      United States 1970-03-05 1970-03-05`,
    sources: [
      "http://piglix.com/piglix/List_of_parties_to_the_Nuclear_Non-Proliferation_Treaty (clause, entry)",
      "https://www.thehindu.com/archives/from-the-archives-march-6-1970-npt-comes-into-force/article30993123.ece/amp/ (deposits of 5 March)",
    ],
  },
  {
    name: "WTO Agreement on Trade Facilitation",
    clause: "on acceptance by two thirds of the members",
    entry: {
      form: "conditions",
      when: {
        kind: "consents",
        needed: "two-thirds",
        among: [...numbered(1, 160), "Chad", "Jordan", "Oman", "Rwanda"],
      },
      delay: days(0),
    },
    decidedOn: "2017-02-22",
    inForce: "2017-02-22",
    unnamed: [[106, "2017-02-21"]],
    rows: `
      Chad 2017-02-22 2017-02-22
      Jordan 2017-02-22 2017-02-22
      Oman 2017-02-22 2017-02-22
      Rwanda 2017-02-22 2017-02-22`,
    sources: [
      "http://ifcba.org/node/1155 (two thirds of 164, the four that passed 110)",
      "https://tfafacility.org/notifications-ratifications/ratifications-list (entry)",
    ],
    note: "How many of the four were needed is not in the sources; all of them came on the same day.",
  },
  {
    name: "Kyoto Protocol",
    clause: "ninetieth day after 55 Parties with 55 per cent of the emissions of 1990",
    entry: alike(
      all(consents(55), {
        kind: "quantity",
        what: "emissions",
        shares: { "84 Parties": 44.2, "Russian Federation": 17.4, "United States": 36.1 },
        atLeast: 55,
      }),
      days(90),
    ),
    decidedOn: "2004-11-18",
    inForce: "2005-02-16",
    unnamed: [[83, "2004-04-15"]],
    rows: `
      84 Parties 2004-04-15 -
      Russian Federation 2004-11-18 2005-02-16`,
    sources: [
      "https://fedest.com/question/20070228031043AAH5lpH (article 25; the 55 Parties since 23 May 2002)",
      "https://iifiir.org/en/news/kyoto-protocol-ratification-status (44.2 and 17.4 per cent)",
      "https://iifiir.org/fr/actualites/the-kyoto-protocol-will-enter-into-force-february-16-2005 (deposit, entry)",
    ],
  },
  {
    name: "Paris Agreement",
    clause: "thirty days after 55 Parties with 55 per cent of emissions",
    entry: alike(
      all(consents(55), {
        kind: "quantity",
        what: "emissions",
        shares: { "61 Parties": 47, "Parties of 5 October": 13 },
        atLeast: 55,
      }),
      days(30),
    ),
    decidedOn: "2016-10-05",
    inForce: "2016-11-04",
    unnamed: [[60, "2016-09-26"]],
    rows: `
      61 Parties 2016-09-26 2016-11-04
      Parties of 5 October 2016-10-05 2016-11-04`,
    sources: [
      "https://buildingperformanceassurance.org/resources/paris-agreement-status-of-ratification/ (clause, 5 October, entry)",
      "https://you.38degrees.org.uk/petitions/ratify-the-uk-s-cop21-climate-pledge (61 Parties, just over 47 per cent)",
      "https://exchangemonitor.com/five-nations-join-paris-agreement (60 per cent after 5 October)",
    ],
    note: "Shares are those of the whole group, rounded down, not of each Party.",
  },
  {
    name: "Anti-fouling Systems Convention",
    clause: "twelve months after 25 States with 25 per cent of the tonnage",
    entry: alike(
      all(consents(25), {
        kind: "quantity",
        what: "tonnage",
        shares: { "24 States": 16.63, Panama: 21.48 },
        atLeast: 25,
      }),
      months(12),
    ),
    decidedOn: "2007-09-17",
    inForce: "2008-09-17",
    unnamed: [[23, "2007-09-16"]],
    rows: `
      24 States 2007-09-16 2008-09-17
      Panama 2007-09-17 2008-09-17`,
    sources: [
      "http://www.intertanko.com/Topics/Environment/Environment-/Anti-fouling-Systems-Convention-to-enter-into-force-17-September-2008/ (clause; 16.63 and 38.11 per cent; entry)",
      "https://speciation.net/News/TBTban-convention-ratified-;~/2007/09/20/3284.html (Panama on 17 September)",
    ],
  },
  {
    name: "Ballast Water Management Convention",
    clause: "twelve months after 30 States with 35 per cent of the tonnage; three for others",
    entry: {
      form: "conditions",
      when: all(consents(30), {
        kind: "quantity",
        what: "tonnage",
        shares: { "52 States": 35.1441 },
        atLeast: 35,
      }),
      delay: months(12),
      later: months(3),
    },
    decidedOn: "2016-09-08",
    inForce: "2017-09-08",
    unnamed: [[51, "2016-09-07"]],
    rows: `
      52 States 2016-09-08 2017-09-08
      United Arab Emirates 2017-06-06 2017-09-08
      Australia 2017-06-07 2017-09-08
      Bahamas 2017-06-08 2017-09-08
      Singapore 2017-06-08 2017-09-08`,
    sources: [
      "http://singhai.com.cn/news_show.php?tid=5075 (quotes the organisation: 35.1441 per cent, 52 Parties, clause, entry)",
      "https://imo.org/en/MediaCentre/Pages/WhatsNew-878.aspx (later parties and their three months)",
    ],
    note: "The share is that of all States together on the day on which Finland's made it enough.",
  },
  {
    name: "Hong Kong Convention on the recycling of ships",
    clause: "24 months after 15 States with 40 per cent of the tonnage and enough recycling",
    entry: alike(
      all(
        consents(15),
        { kind: "quantity", what: "tonnage", shares: { "22 States": 45.81 }, atLeast: 40 },
        { kind: "quantity", what: "quantity", shares: { "22 States": 3 }, atLeast: 3 },
      ),
      months(24),
    ),
    decidedOn: "2023-06-26",
    inForce: "2025-06-26",
    unnamed: [[19, "2023-06-25"]],
    rows: `
      22 States 2023-06-26 2025-06-26
      Bangladesh 2023-06-26 2025-06-26
      Liberia 2023-06-26 2025-06-26`,
    sources: [
      "https://www.hellenicshippingnews.com/hong-kong-ship-recycling-convention-set-to-enter-into-force/ (clause, deposits, entry)",
      "https://new.informare.it/news/gennews/2023/20230969-Convenzione-riciclaggio-navi-entrera-vigore-26-6-2025uk.asp (22 States, 45.81 per cent)",
    ],
    note: "The recycling capacity is told only as enough, which is written as the 3 per cent that are needed.",
  },
];
