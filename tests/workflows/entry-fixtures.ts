import type { CivilDate, EntryClause } from "#workflows/terms.ts";

/** A published entry into force: the clause, the act that completed its condition, and the date that followed. */
export type Fixture = {
  name: string;
  /** Where both dates are published. */
  source: string;
  clause: EntryClause;
  completedOn: CivilDate;
  inForceOn: CivilDate;
};

const deposits = (deposits: number, days: number): EntryClause => ({
  form: "nth-deposit",
  deposits,
  days,
});
const consents = (consents: number, months: number): EntryClause => ({
  form: "month-after-nth-consent",
  consents,
  months,
});

/**
 * Real instruments. Where a clause asks for more than a number (a share of emissions), the number is that of
 * the parties it names and the day the one on which the whole condition was fulfilled.
 */
export const fixtures: Fixture[] = [
  {
    name: "Vienna Convention on the Law of Treaties",
    source:
      "https://sttpml.org/vienna-convention-definitive-international-law-on-treaties-then-why-not-ratified-by-us-and-other-nation-states",
    clause: deposits(35, 30),
    completedOn: "1979-12-28",
    inForceOn: "1980-01-27",
  },
  {
    name: "Convention on the Rights of Persons with Disabilities",
    source: "https://www.accessibletourism.org/?i=enat.en.news.417",
    clause: deposits(20, 30),
    completedOn: "2008-04-03",
    inForceOn: "2008-05-03",
  },
  {
    name: "Paris Agreement",
    source: "https://globaldaily.com/climasphere/paris-climate-agreement-to-take-effect-november-4",
    clause: deposits(55, 30),
    completedOn: "2016-10-05",
    inForceOn: "2016-11-04",
  },
  {
    name: "Kyoto Protocol",
    source:
      "https://iifiir.org/fr/actualites/the-kyoto-protocol-will-enter-into-force-february-16-2005",
    clause: deposits(55, 90),
    completedOn: "2004-11-18",
    inForceOn: "2005-02-16",
  },
  {
    name: "Treaty on the Prohibition of Nuclear Weapons",
    source:
      "https://indiansocietyforlegalresearch.in/2020/11/08/treaty-on-the-prohibition-of-nuclear-weapons-to-come-into-force-on-22-january-2021/",
    clause: deposits(50, 90),
    completedOn: "2020-10-24",
    inForceOn: "2021-01-22",
  },
  {
    name: "Arms Trade Treaty",
    source: "https://www.oxfam.ca/news/arms-trade-treaty-set-to-enter-into-force-2014-09-25/",
    clause: deposits(50, 90),
    completedOn: "2014-09-25",
    inForceOn: "2014-12-24",
  },
  {
    name: "Minamata Convention on Mercury",
    source: "https://environewsnigeria.com/rwanda-70th-party-minamata-convention",
    clause: deposits(50, 90),
    completedOn: "2017-05-18",
    inForceOn: "2017-08-16",
  },
  {
    name: "Comprehensive and Progressive Agreement for Trans-Pacific Partnership",
    source:
      "https://www.internationaltradecomplianceupdate.com/2018/11/02/cptpp-ratified-by-new-zealand-canada-and-australia-to-enter-into-force-on-30-december-2018/",
    clause: deposits(6, 60),
    completedOn: "2018-10-31",
    inForceOn: "2018-12-30",
  },
  {
    name: "Istanbul Convention (CETS 210)",
    source:
      "https://www.coe.int/en/web/istanbul-convention/10th-anniversary-of-the-entry-into-force",
    clause: consents(10, 3),
    completedOn: "2014-04-22",
    inForceOn: "2014-08-01",
  },
  {
    name: "Tromsø Convention (CETS 205)",
    source: "https://en.interfax.com.ua/news/general/683765.html",
    clause: consents(10, 3),
    completedOn: "2020-08-19",
    inForceOn: "2020-12-01",
  },
];
