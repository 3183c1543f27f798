import type { Published } from "./published.ts";

/**
 * Agreements that waited for a number of consents. Where a convention also asks who they come from, as
 * those of the Council of Europe do, that was fulfilled and is not told.
 */
export const counted: Published[] = [
  {
    name: "United Nations Convention against Corruption",
    sources: ["https://press.un.org/en/2005/lt4389.doc.htm"],
    clause: { form: "nth-deposit", deposits: 30, days: 90 },
    act: "deposit",
    inForce: "2005-12-14",
    earlier: 29,
    negotiated: "Ecuador 2005-09-15 2005-12-14",
  },
  {
    name: "Arms Trade Treaty",
    sources: [
      "https://core-cms.prod.aop.cambridge.org/core/books/arms-trade-treaty/entry-into-force/D2A5A41EC9C06040EBA425C09BD9BFFD",
      "https://asil.org/blogs/arms-trade-treaty-enter-force-50th-ratification-september-28-2014",
    ],
    // Eight deposited together and made the number fifty-three.
    clause: { form: "nth-deposit", deposits: 50, days: 90 },
    act: "deposit",
    inForce: "2014-12-24",
    earlier: 45,
    negotiated: `
      Argentina 2014-09-25 2014-12-24
      Bahamas 2014-09-25 2014-12-24
      Bosnia and Herzegovina 2014-09-25 2014-12-24
      Czech Republic 2014-09-25 2014-12-24
      Portugal 2014-09-25 2014-12-24
      Senegal 2014-09-25 2014-12-24
      Saint Lucia 2014-09-25 2014-12-24
      Uruguay 2014-09-25 2014-12-24`,
  },
  {
    name: "Treaty on the Prohibition of Nuclear Weapons",
    sources: [
      "https://www.icanw.org/tpnw_reaches_50_states_parties_entry_into_force",
      "https://indiansocietyforlegalresearch.in/2020/11/08/treaty-on-the-prohibition-of-nuclear-weapons-to-come-into-force-on-22-january-2021/",
    ],
    clause: { form: "nth-deposit", deposits: 50, days: 90 },
    act: "deposit",
    inForce: "2021-01-22",
    earlier: 47,
    negotiated: `
      Jamaica 2020-10-23 2021-01-22
      Nauru 2020-10-23 2021-01-22
      Honduras 2020-10-24 2021-01-22`,
  },
  {
    name: "Convention on Cybercrime (CETS 185)",
    sources: [
      "http://www.coe.int/en/web/conventions/full-list/-/conventions/treaty/185/signatures?p_auth=igXbHmd5",
      "https://www.coe.int/de/web/conventions/full-list/-/conventions/treaty/185/declarations (Lithuania)",
      "https://fr.doczz.net/doc/2284910/185-a-ftr-aut---conseil-de-l-europe (notification of Australia's accession)",
      "https://netlawgic.com/cyber-crime-conventions/ (Andorra)",
    ],
    clause: { form: "month-after-nth-consent", consents: 5, months: 3 },
    act: "deposit",
    inForce: "2004-07-01",
    negotiated: `
      Albania 2002-06-20 2004-07-01
      Croatia 2002-10-17 2004-07-01
      Estonia 2003-05-12 2004-07-01
      Hungary 2003-12-04 2004-07-01
      Lithuania 2004-03-18 2004-07-01`,
    joined: `
      Andorra 2016-11-16 2017-03-01
      Armenia 2006-10-12 2007-02-01
      Australia 2012-11-30 2013-03-01
      Austria 2012-06-13 2012-10-01
      Azerbaijan 2010-03-15 2010-07-01
      Belgium 2012-08-20 2012-12-01
      Bosnia and Herzegovina 2006-05-19 2006-09-01
      Bulgaria 2005-04-07 2005-08-01
      Cyprus 2005-01-19 2005-05-01
      Czech Republic 2013-08-22 2013-12-01
      Denmark 2005-06-21 2005-10-01
      Finland 2007-05-24 2007-09-01
      France 2006-01-10 2006-05-01
      Georgia 2012-06-06 2012-10-01`,
  },
  {
    name: "Additional Protocol to the European Charter of Local Self-Government (CETS 207)",
    sources: [
      "https://www.verdragen.nl/en/Treaty/Details/012295_p.html?expand-table=partijtabel",
      "https://jus.uio.no/english/services/library/treaties/02/2-02/local-selfgovernment-protocol.html",
    ],
    clause: { form: "month-after-nth-consent", consents: 8, months: 3 },
    act: "deposit",
    inForce: "2012-06-01",
    negotiated: `
      Norway 2009-12-16 2012-06-01
      Sweden 2010-05-05 2012-06-01
      Hungary 2010-06-07 2012-06-01
      Montenegro 2010-10-01 2012-06-01
      Netherlands 2010-12-13 2012-06-01
      Estonia 2011-04-20 2012-06-01
      Slovenia 2011-09-06 2012-06-01
      Finland 2012-02-10 2012-06-01`,
    joined: `
      Lithuania 2012-07-26 2012-11-01
      Cyprus 2012-09-28 2013-01-01
      Armenia 2013-05-13 2013-09-01
      Ukraine 2014-12-16 2015-04-01
      North Macedonia 2015-09-30 2016-01-01
      Bulgaria 2016-03-14 2016-07-01
      Iceland 2017-05-22 2017-09-01
      Switzerland 2017-07-18 2017-11-01
      Malta 2018-01-16 2018-05-01
      Serbia 2018-06-29 2018-10-01
      Georgia 2019-11-27 2020-03-01
      France 2020-09-01 2021-01-01
      Portugal 2022-09-16 2023-01-01
      Italy 2023-10-24 2024-02-01
      Romania 2024-12-20 2025-04-01`,
  },
  {
    name: "Convention on Action against Trafficking in Human Beings (CETS 197)",
    sources: [
      "https://www.antislavery.org/latest/council-europe-trafficking-convention-enters-force/",
      "http://stopvaw.org/the_council_of_europe_convention_on_action_against_trafficking_in_human_beings",
      "https://whatconvention.org/en/ratifications/1516",
    ],
    clause: { form: "month-after-nth-consent", consents: 10, months: 3 },
    act: "deposit",
    inForce: "2008-02-01",
    earlier: 9,
    negotiated: "Cyprus 2007-10-24 2008-02-01",
    joined: "Bosnia and Herzegovina 2008-01-11 2008-05-01",
  },
  {
    name: "Hague Convention on the Law Applicable to Trusts",
    sources: [
      "https://verdragen.nl/nl/Verdrag/Details/000066?expand-table=partijtabel",
      "http://www.hcch.net/index_en.php?act=conventions.text&cid=59",
    ],
    // "The first day of the third calendar month after" is two months on, then the next month's first
    // day. Accessions follow a rule of their own and are left out.
    clause: { form: "month-after-nth-consent", consents: 3, months: 2 },
    act: "deposit",
    inForce: "1992-01-01",
    negotiated: `
      United Kingdom 1989-11-17 1992-01-01
      Italy 1990-02-21 1992-01-01
      Australia 1991-10-17 1992-01-01`,
    joined: `
      Canada 1992-10-20 1993-01-01
      Netherlands 1995-11-28 1996-02-01
      Luxembourg 2003-10-16 2004-01-01
      Switzerland 2007-04-26 2007-07-01
      Cyprus 2017-03-15 2017-06-01`,
  },
  {
    name: "Treaty of Lisbon",
    sources: [
      "https://worddisk.com/wiki/Ratification_of_the_Treaty_of_Lisbon/",
      "https://dirittoue.info/?p=404 (article 6(2))",
    ],
    // The first day of the month following the last of twenty-seven deposits.
    clause: { form: "month-after-nth-consent", consents: 27, months: 0 },
    act: "deposit",
    inForce: "2009-12-01",
    earlier: 24,
    negotiated: `
      Austria 2008-05-13 2009-12-01
      Belgium 2008-10-15 2009-12-01
      Czech Republic 2009-11-13 2009-12-01`,
  },
  {
    name: "Hong Kong and France, agreement on double taxation",
    sources: ["https://canewsbeta.blogspot.com/2011/12/agreement-between-government-of-hong.html"],
    clause: { form: "month-after-nth-consent", consents: 2, months: 0 },
    act: "notification",
    inForce: "2011-12-01",
    negotiated: `
      Hong Kong 2011-07-08 2011-12-01
      France 2011-11-03 2011-12-01`,
  },
];
