import { alike, consents, days, months } from "./clause.ts";
import { type Dated, fromTable } from "./dated.ts";

/** Instruments whose later parties each have a published day. */
export const laterParties: Dated[] = [
  {
    name: "WIPO Copyright Treaty",
    clause: "three months after thirty deposits; for others after their own",
    entry: alike(consents(30), months(3)),
    decidedOn: "2001-12-06",
    inForce: "2002-03-06",
    rows: `
      Indonesia 1997-06-05 -
      Moldova 1998-03-13 -
      Belarus 1998-07-15 2002-03-06
      Kyrgyzstan 1998-09-10 -
      El Salvador 1998-10-20 -
      Hungary 1998-11-27 -
      Panama 1999-03-17 -
      Burkina Faso 1999-07-19 2002-03-06
      United States 1999-09-14 -
      Argentina 1999-11-19 2002-03-06
      Slovenia 1999-11-19 -
      Saint Lucia 1999-11-24 -
      Slovakia 2000-01-14 -
      Latvia 2000-03-22 -
      Mexico 2000-05-18 -
      Costa Rica 2000-05-23 -
      Japan 2000-06-06 -
      Ecuador 2000-06-21 -
      Croatia 2000-07-03 -
      Colombia 2000-11-29 -
      Paraguay 2000-11-29 -
      Romania 2001-02-01 -
      Bulgaria 2001-03-29 2002-03-06
      Chile 2001-04-11 -
      Lithuania 2001-06-18 -
      Georgia 2001-07-04 -
      Peru 2001-07-30 -
      Czech Republic 2001-10-10 -
      Ukraine 2001-11-29 -
      Gabon 2001-12-06 -
      Botswana 2004-10-27 2005-01-27
      Armenia 2004-12-06 2005-03-06
      Albania 2005-05-06 2005-08-06
      Bahrain 2005-09-15 2005-12-15
      Azerbaijan 2006-01-11 2006-04-11
      Benin 2006-01-16 2006-04-16
      Belgium 2006-05-30 2006-08-30
      Australia 2007-04-26 2007-07-26
      Bosnia and Herzegovina 2009-08-25 2009-11-25
      Austria 2009-12-14 2010-03-14
      Algeria 2013-10-31 2014-01-31
      Burundi 2016-01-12 2016-04-12
      Brunei 2017-02-02 2017-05-02
      Belize 2018-11-09 2019-02-09
      Barbados 2019-09-13 2019-12-13
      Afghanistan 2020-11-09 2021-02-09`,
    sources: [
      "https://wipo.int/wipolex/fr/treaties/notifications/details/treaty_wct_32 (the thirty deposits, entry)",
      "https://verdragenbank.overheid.nl/en/Treaty/Details/007936.html (parties)",
    ],
  },
  {
    name: "WHO Framework Convention on Tobacco Control",
    clause: "ninetieth day after the fortieth deposit; a regional organisation is not counted",
    entry: {
      ...alike(consents(40), days(90)),
      notCounted: [{ party: "European Community", reason: "regional-organisation" }],
    },
    decidedOn: "2004-11-29",
    inForce: "2005-02-27",
    unnamed: [[34, "2004-11-28"]],
    rows: `
      Brunei 2004-06-03 2005-02-27
      Bangladesh 2004-06-14 2005-02-27
      Bhutan 2004-08-23 2005-02-27
      Australia 2004-10-27 2005-02-27
      Canada 2004-11-26 2005-02-27
      Armenia 2004-11-29 2005-02-27
      Botswana 2005-01-31 2005-05-01
      Chile 2005-06-13 2005-09-11
      Belarus 2005-09-08 2005-12-07
      Austria 2005-09-15 2005-12-14
      Bolivia 2005-09-15 2005-12-14
      Cabo Verde 2005-10-04 2006-01-02
      China 2005-10-11 2006-01-09
      Azerbaijan 2005-11-01 2006-01-30
      Belgium 2005-11-01 2006-01-30
      Barbados 2005-11-03 2006-02-01
      Benin 2005-11-03 2006-02-01
      Brazil 2005-11-03 2006-02-01
      Bulgaria 2005-11-07 2006-02-05
      Central African Republic 2005-11-07 2006-02-05
      Cambodia 2005-11-15 2006-02-13
      Burundi 2005-11-22 2006-02-20
      Belize 2005-12-15 2006-03-15
      Chad 2006-01-30 2006-04-30
      Cameroon 2006-02-03 2006-05-04
      Albania 2006-04-26 2006-07-25
      Antigua and Barbuda 2006-06-05 2006-09-03
      Algeria 2006-06-30 2006-09-28
      Burkina Faso 2006-07-31 2006-10-29
      Bahrain 2007-03-20 2007-06-18
      Angola 2007-09-20 2007-12-19
      Colombia 2008-04-10 2008-07-09
      Bosnia and Herzegovina 2009-07-10 2009-10-08
      Bahamas 2009-11-03 2010-02-01
      Afghanistan 2010-08-13 2010-11-11
      Andorra 2020-05-11 2020-08-09`,
    sources: [
      "https://treaties.un.org/Pages/showDetails.aspx?clang=_en&objid=0800000280055410 (article 36, entry)",
      "https://verdragen.nl/en/Treaty/Details/010032_p.html (parties)",
    ],
  },
  {
    name: "Convention on Civil Liability for Bunker Oil Pollution Damage",
    clause: "for later parties three months after their own deposit",
    entry: { form: "conditions", when: consents(18), delay: months(12), later: months(3) },
    decidedOn: "2007-11-21",
    inForce: null,
    unnamed: [[17, "2007-11-21"]],
    rows: `
      Bulgaria 2007-07-06 2008-11-21
      Bahamas 2008-01-30 2008-11-21
      Hungary 2008-01-30 2008-11-21
      Denmark 2008-07-23 2008-11-21
      Cook Islands 2008-08-21 2008-11-21
      Finland 2008-11-18 2009-02-18
      China 2008-12-09 2009-03-09
      Antigua and Barbuda 2008-12-19 2009-03-19
      Ethiopia 2009-02-17 2009-05-17
      Australia 2009-03-16 2009-06-16
      Democratic People's Republic of Korea 2009-07-17 2009-10-17
      Belgium 2009-08-11 2009-11-11
      Canada 2009-10-02 2010-01-02
      Barbados 2009-10-15 2010-01-15
      Egypt 2010-02-15 2010-05-15
      Albania 2010-04-30 2010-07-30
      Azerbaijan 2010-06-22 2010-09-22
      France 2010-10-19 2011-01-19
      Belize 2011-08-22 2011-11-22
      Iran 2011-11-21 2012-02-21
      Czech Republic 2012-12-20 2013-03-20
      Austria 2013-01-30 2013-04-30
      Côte d'Ivoire 2013-07-08 2013-10-08
      Indonesia 2014-09-11 2014-12-11
      Djibouti 2015-10-12 2016-01-12
      Fiji 2016-03-08 2016-06-08
      Bahrain 2017-08-14 2017-11-14
      Comoros 2018-02-01 2018-05-01
      Grenada 2018-07-26 2018-10-26
      Georgia 2018-09-13 2018-12-13
      Guyana 2019-02-20 2019-05-20
      Gabon 2019-04-17 2019-07-17
      Belarus 2019-09-05 2019-12-05
      Honduras 2022-02-15 2022-05-15
      Guinea-Bissau 2022-05-12 2022-08-12
      Iraq 2023-08-08 2023-11-08
      Turkmenistan 2024-01-23 2024-04-23
      Equatorial Guinea 2025-12-03 2026-03-03`,
    sources: [
      "https://treatydatabase.overheid.nl/en/Treaty/Details/011005_p.html (parties)",
      "https://verdragen.nl/en/Treaty/Details/011005_w (Turkmenistan)",
    ],
    note: "The act that decided was not read: its day is taken as a year before entry into force. Only the parties' days count here.",
  },
  {
    name: "UN Convention on the Law of the Sea",
    clause: "for later parties thirty days after their own deposit",
    entry: { form: "conditions", when: consents(60), delay: months(12), later: days(30) },
    decidedOn: "1993-11-16",
    inForce: null,
    unnamed: [[60, "1993-11-16"]],
    rows: "France 1996-04-11 1996-05-11",
    sources: fromTable,
    note: "The sixtieth deposit was not read. Only the day of France counts here.",
  },
  {
    name: "Vienna Convention for the Protection of the Ozone Layer",
    clause: "ninetieth day after the twentieth deposit; likewise for others",
    entry: alike(consents(20), days(90)),
    decidedOn: "1988-06-24",
    inForce: null,
    unnamed: [[20, "1988-06-24"]],
    rows: "Spain 1988-07-25 1988-10-23",
    sources: ["https://icj-cij.org/node/202875 (UNTS 1513, first notes)"],
    note: "The twentieth deposit was not read. Only the day of Spain counts here.",
  },
  {
    name: "Agreement within the CIS, 997_747 in the database of Ukraine",
    clause: "on the third notification that procedures are complete; for others on their own",
    entry: {
      form: "conditions",
      when: { kind: "notifications", needed: 3 },
      delay: days(0),
    },
    act: "notification",
    decidedOn: "1998-12-21",
    inForce: "1998-12-21",
    rows: `
      Belarus 1997-03-17 1998-12-21
      Tajikistan 1997-08-21 1998-12-21
      Armenia 1998-12-21 1998-12-21
      Kazakhstan 1998-12-29 1998-12-29
      Ukraine 1999-09-14 1999-09-14
      Russia 2001-09-12 2001-09-12
      Kyrgyzstan 2001-12-13 2001-12-13
      Moldova 2002-09-26 2002-09-26`,
    sources: ["https://docs.dtkt.ua/doc/997_747?page=5 (notifications and days in force)"],
    note: "The page gives the days, not the clause: they show the third notification and no delay.",
  },
];
