import { alike, consents, days, months } from "./clause.ts";
import { type Dated, fromTable } from "./dated.ts";

/** So many days or months after the nth consent. */
export const daysAndMonths: Dated[] = [
  {
    name: "Agreement establishing the African Continental Free Trade Area",
    clause: "thirty days after the twenty-second deposit; its depositary counts the day after",
    entry: alike(consents(22), { unit: "days", count: 30, counting: "day-after" }),
    decidedOn: "2019-04-29",
    inForce: "2019-05-30",
    unnamed: [[21, "2019-04-28"]],
    rows: "Twenty-second 2019-04-29 2019-05-30",
    sources: fromTable,
  },
  {
    name: "UN Fish Stocks Agreement",
    clause: "thirty days after the thirtieth deposit, and after a later party's own",
    entry: alike(consents(30), days(30)),
    decidedOn: "2001-11-11",
    inForce: "2001-12-11",
    unnamed: [[29, "2001-11-10"]],
    rows: `
      Thirtieth 2001-11-11 2001-12-11
      Estonia 2006-08-07 2006-09-06`,
    sources: fromTable,
  },
  {
    name: "ILO Convention 190 on violence and harassment",
    clause: "twelve months after two ratifications are registered; for others after their own",
    entry: alike(consents(2), months(12)),
    decidedOn: "2020-06-25",
    inForce: "2021-06-25",
    rows: `
      Uruguay 2020-06-12 2021-06-25
      Fiji 2020-06-25 2021-06-25
      Australia 2023-06-09 2024-06-09
      Belgium 2023-06-13 2024-06-13
      Canada 2023-01-30 2024-01-30
      Chile 2023-06-12 2024-06-12
      Germany 2023-06-14 2024-06-14
      Ireland 2023-01-12 2024-01-12`,
    sources: [
      "https://moderndiplomacy.eu/2020/06/27/ilo-violence-and-harassment-convention-will-enter-into-force-in-june-2021/ (Uruguay, Fiji, entry)",
      "https://home.cydlabs.com/kiwix/content/wikipedia_en_all_maxi_2024-01/A/Violence_and_Harassment_Convention%2C_2019 (later parties)",
      ...fromTable,
    ],
  },
  {
    name: "Marrakesh Treaty",
    clause: "three months after twenty deposits",
    entry: alike(consents(20), months(3)),
    decidedOn: "2016-06-30",
    inForce: "2016-09-30",
    unnamed: [[17, "2016-05-31"]],
    rows: `
      Ecuador 2016-06-29 2016-09-30
      Guatemala 2016-06-29 2016-09-30
      Canada 2016-06-30 2016-09-30`,
    sources: ["https://www.ippractice.ca/2016/07/marrakesh-3/ (all of it)"],
  },
  {
    name: "Singapore Convention on Mediation",
    clause: "six months after the third deposit; for others after their own",
    entry: alike(consents(3), months(6)),
    decidedOn: "2020-03-12",
    inForce: "2020-09-12",
    rows: `
      Fiji 2020-02-25 2020-09-12
      Singapore 2020-02-25 2020-09-12
      Qatar 2020-03-12 2020-09-12
      Belarus 2020-07-15 2021-01-15
      Ecuador 2020-09-09 2021-03-09`,
    sources: [
      "https://simc.com.sg/blog/2020/03/13/coming-into-force-of-the-singapore-convention-on-mediation-on-12-september-2020/ (entry)",
      "https://www.straitstimes.com/singapore/international-mediation-treaty-takes-effect-sept-12 (Fiji, Singapore)",
      "https://iiab.me/kiwix/content/wikipedia_en_all_maxi_2023-10/A/Singapore_Convention_on_Mediation (Belarus, Ecuador)",
    ],
  },
  {
    name: "Protocol against trafficking in persons",
    clause: "ninetieth day after the fortieth deposit; thirtieth day for others",
    entry: {
      form: "conditions",
      when: consents(40),
      delay: days(90),
      later: days(30),
      notCounted: [{ party: "European Community", reason: "regional-organisation" }],
    },
    decidedOn: "2003-09-26",
    inForce: "2003-12-25",
    unnamed: [[39, "2003-09-25"]],
    rows: "Belize 2003-09-26 2003-12-25",
    sources: [
      "http://unodc.org/unodc/en/treaties/CTOC/signatures.html (clause, entry)",
      "https://www.stopvaw.org/81bf27d8-15d7-4ef0-af48-6dc97aec9301 (the fortieth at the end of September)",
      "https://www.whatconvention.org/en/ratifications/317?sort_by=signature&order=asc (Belize)",
    ],
    note: "That Belize's was the fortieth follows from the two days; the page does not say it.",
  },
  {
    name: "Chemical Weapons Convention",
    clause:
      "180 days after the sixty-fifth ratification, and two years after it was opened; 30 for others",
    entry: {
      form: "conditions",
      when: consents(65),
      delay: days(180),
      later: days(30),
      notBefore: [{ kind: "date", date: "1995-01-13" }],
    },
    decidedOn: "1996-10-31",
    inForce: "1997-04-29",
    unnamed: [[64, "1996-10-30"]],
    rows: "Hungary 1996-10-31 1997-04-29",
    sources: [
      "https://droit-bilingue.ch/fr-de/0.5/0.51/0.515.08-XXI-24.html (article XXI)",
      "https://royaltrigger.blogspot.com/2012/10/convention-on-prohibition-of.html (opened on 13 January 1993)",
      "http://articles.chicagotribune.com/1996-11-01/news/9611010130_1_chemical-weapons-convention-accord-65th (clause, entry)",
      "https://core-prod.cambridgecore.org/core/journals/international-review-of-the-red-cross-1961-1997/article/chemical-weapons-convention-enters-into-force/BFA4A830C7F0F2AB278B4DEA7993691B (Hungary, 31 October)",
    ],
  },
  {
    name: "Agreement on marine biodiversity beyond national jurisdiction",
    clause: "120 days after the sixtieth deposit",
    entry: alike(consents(60), days(120)),
    decidedOn: "2025-09-19",
    inForce: "2026-01-17",
    unnamed: [[59, "2025-09-18"]],
    rows: `
      Morocco 2025-09-19 2026-01-17
      Sierra Leone 2025-09-19 2026-01-17`,
    sources: [
      "https://particle.news/story/un-high-seas-treaty-clears-60-ratifications-takes-effect-jan-17-2026 (120 days)",
      "https://evrimagaci.org/gpt/un-high-seas-treaty-set-to-transform-ocean-protection-502564 (19 September)",
    ],
  },
  {
    name: "International Covenant on Civil and Political Rights",
    clause: "three months after the thirty-fifth deposit",
    entry: alike(consents(35), months(3)),
    decidedOn: "1975-12-23",
    inForce: "1976-03-23",
    unnamed: [[26, "1975-08-18"]],
    rows: `
      Barbados 1973-01-05 1976-03-23
      Chile 1972-02-10 1976-03-23
      Colombia 1969-10-29 1976-03-23
      Costa Rica 1968-11-29 1976-03-23
      Cyprus 1969-04-02 1976-03-23
      Denmark 1972-01-06 1976-03-23
      Ecuador 1969-03-06 1976-03-23
      Finland 1975-08-19 1976-03-23
      Czechoslovakia 1975-12-23 1976-03-23`,
    sources: [
      "https://doczz.net/doc/398367/international-covenant-on-civil-and-political-rights (UNTS 999, first note)",
      "https://electionjudgments.org/en/entity/tmq5z1pv9i?page=2 (the same note, with the days of deposit)",
    ],
  },
  {
    name: "Nagoya Protocol",
    clause: "ninetieth day after the fiftieth deposit",
    entry: alike(consents(50), days(90)),
    decidedOn: "2014-07-14",
    inForce: "2014-10-12",
    unnamed: [
      [49, "2014-07-13"],
      [1, "2014-07-14"],
    ],
    rows: "Uruguay 2014-07-14 2014-10-12",
    sources: [
      "http://cetaf.org/news/nagoya-protocol-enter-force-after-reaching-50-ratifications (51 Parties on 14 July, entry)",
      "http://bj.chm-cbd.net/news/status-of-signature-and-ratification-acceptance-approval-or-accession (clause)",
    ],
  },
  {
    name: "Beijing Treaty on Audiovisual Performances",
    clause: "three months after thirty deposits",
    entry: alike(consents(30), months(3)),
    decidedOn: "2020-01-28",
    inForce: "2020-04-28",
    unnamed: [[29, "2020-01-27"]],
    rows: "Indonesia 2020-01-28 2020-04-28",
    sources: ["https://acemark-ip.com/news_detail.php?id=144 (article 26, deposit, entry)"],
  },
  {
    name: "Optional Protocol to the Covenant on Economic, Social and Cultural Rights",
    clause: "three months after the tenth deposit",
    entry: alike(consents(10), months(3)),
    decidedOn: "2013-02-05",
    inForce: "2013-05-05",
    unnamed: [[9, "2013-02-04"]],
    rows: "Uruguay 2013-02-05 2013-05-05",
    sources: [
      "https://www.amnesty.org.uk/press-releases/uruguay-signature-opens-new-route-justice-millions (tenth, three months, entry)",
      "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20IV/IV-3-a.en.xml (entry)",
      "https://web.test.ohchr.un-icc.cloud/EN/NewYork/Stories/Pages/uruguayratifiesoptionalprotocoltoICESCR.aspx (5 February)",
    ],
  },
  {
    name: "Optional Protocol to the Convention on the Rights of the Child on communications",
    clause: "three months after the tenth deposit",
    entry: alike(consents(10), months(3)),
    decidedOn: "2014-01-14",
    inForce: "2014-04-14",
    unnamed: [[9, "2014-01-13"]],
    rows: "Costa Rica 2014-01-14 2014-04-14",
    sources: [
      "https://www.vfst.de/bergmann-aktuell/nachrichten/fakultativprotokoll-zur-krk-tritt-in-kraft-2014-02-20 (article 19(1), deposit, entry)",
      "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20IV/iv-11-d.en.xml (deposit, entry)",
    ],
  },
  {
    name: "Convention against enforced disappearance",
    clause: "thirty days after the twentieth ratification",
    entry: alike(consents(20), days(30)),
    decidedOn: "2010-11-23",
    inForce: "2010-12-23",
    unnamed: [[19, "2010-11-22"]],
    rows: "Iraq 2010-11-23 2010-12-23",
    sources: [
      "https://globalnyt.dk/op-mod-en-million-irakere-er-forsvundet (30 days after the twentieth, 23 November, entry)",
    ],
  },
  {
    name: "Convention for the Safeguarding of the Intangible Cultural Heritage",
    clause: "three months after the thirtieth deposit; for others after their own",
    entry: alike(consents(30), months(3)),
    decidedOn: "2006-01-20",
    inForce: "2006-04-20",
    unnamed: [[29, "2006-01-19"]],
    rows: "Thirtieth 2006-01-20 2006-04-20",
    sources: ["https://ich.unesco.org/index.php?lg=en&pg=00024 (thirty States by 20 January)"],
  },
  {
    name: "Treaty of Pelindaba",
    clause: "on the twenty-eighth deposit; for others on their own",
    entry: { form: "conditions", when: consents(28), delay: days(0) },
    decidedOn: "2009-07-15",
    inForce: "2009-07-15",
    unnamed: [[27, "2009-04-28"]],
    rows: `
      Burundi 2009-07-15 2009-07-15
      Comoros 2012-07-24 2012-07-24`,
    sources: [
      "https://backup.africsis.org/malawi-ratifies-the-pelindaba-treaty (clause; 27 by 28 April 2009)",
      "http://wmdafricafiles.blogspot.com/2009/08/breaking-news-burundi-ratification.html (Burundi)",
      "http://wmdafricafiles.blogspot.com/2012/08/comoros-becomes-36th-states-party-to.html (Comoros)",
    ],
  },
];
