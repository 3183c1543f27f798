import { afterNotification, deposits, monthAfter, on, type WordingCase } from "./shapes.ts";

export const en: WordingCase[] = [
  [
    "A Party may terminate the secondment of an expert upon thirty days’ notice.",
    "withdrawal",
    null,
  ],
  [
    "A Party may withdraw its approval of an activity upon not less than fifteen days’ notice.",
    "withdrawal",
    null,
  ],
  [
    "After this Agreement has been in force for three years, the Parties shall review it.",
    "duration",
    null,
  ],
  ["The licence shall be valid for five years.", "duration", null],
  ["If fewer than three Parties request a meeting, none is held.", "minimumParties", null],
  [
    "A dispute may be submitted to arbitration only by agreement of all the Parties.",
    "settlement",
    null,
  ],
  [
    "This Agreement shall enter into force for a State that accedes to it on the date of its signature.",
    "entry",
    null,
  ],
  [
    "This Agreement shall be applied provisionally from the thirtieth day after signature.",
    "provisional",
    null,
  ],
  [
    "Either Party may terminate this Agreement by giving six months’ written notice to the other Party.",
    "withdrawal",
    { months: 6 },
  ],
  [
    "Either Party may terminate this Agreement at any time by giving the other Party at least ninety (90) days’ prior written notice.",
    "withdrawal",
    { days: 90 },
  ],
  [
    "Any Contracting State may denounce this Convention by written notification to the depositary. The denunciation shall take effect one year after the date of receipt of the notification by the depositary.",
    "withdrawal",
    { months: 12 },
  ],
  [
    "A Party may withdraw from this Agreement by written notice through diplomatic channels, six months in advance.",
    "withdrawal",
    { months: 6 },
  ],
  [
    "At any time after three years from the date on which this Convention has entered into force for a Party, that Party may withdraw from the Convention by giving written notification. Any such withdrawal shall take effect upon expiry of one year from the date of receipt by the Depositary of the notification of withdrawal.",
    "withdrawal",
    { months: 12, notBeforeYears: 3 },
  ],
  [
    "This Treaty shall remain in force unless terminated by either Party upon six months’ notice.",
    "withdrawal",
    { months: 6 },
  ],
  [
    "This Agreement shall cease to be in force six months after the date of receipt of the notification of termination.",
    "withdrawal",
    { months: 6 },
  ],
  ["No Party may withdraw from this Treaty.", "withdrawal", "none"],
  [
    "This Agreement shall remain in force for a period of five years and shall be automatically renewed for successive periods of five years unless either Party notifies the other of its intention to terminate it six months before the end of the current period.",
    "withdrawal",
    null,
  ],
  [
    "This Agreement shall remain in force for a period of five (5) years and shall be automatically renewed for successive periods of two years unless either Party objects.",
    "duration",
    { years: 5, renewal: "automatic", periodYears: 2 },
  ],
  [
    "This Agreement shall enter into force on the date of its signature and shall remain in force for ten years.",
    "duration",
    { years: 10 },
  ],
  [
    "This Memorandum of Understanding shall be valid for three years. It may be extended by mutual consent.",
    "duration",
    { years: 3, renewal: "by-decision" },
  ],
  ["This Agreement is concluded for an indefinite period.", "duration", "unlimited"],
  [
    "The provisions of this Agreement on confidentiality shall remain in force for five years after its termination.",
    "duration",
    null,
  ],
  [
    "This Convention shall enter into force on the ninetieth day after the date of deposit of the fiftieth instrument of ratification, acceptance, approval or accession.",
    "entry",
    deposits(50, 90),
  ],
  [
    "For each State ratifying after the deposit of the tenth instrument, this Convention shall enter into force on the thirtieth day after the deposit of its own instrument.",
    "entry",
    null,
  ],
  [
    "This Convention shall enter into force on the first day of the month following the expiration of a period of three months after the date on which five States have expressed their consent to be bound.",
    "entry",
    monthAfter(5, 3),
  ],
  [
    "This Agreement shall enter into force thirty (30) days after the date of receipt of the last written notification by which the Parties inform each other that their internal procedures have been completed.",
    "entry",
    afterNotification(30),
  ],
  [
    "This Agreement shall enter into force on the date of receipt of the last written notification through diplomatic channels on the completion of internal procedures.",
    "entry",
    { form: "last-notification" },
  ],
  [
    "This Agreement shall enter into force on the date of its signature.",
    "entry",
    { form: "last-signature" },
  ],
  [
    "This Memorandum will come into effect upon signature by both Parties.",
    "entry",
    { form: "last-signature" },
  ],
  ["This Agreement shall enter into force on 1 January 2027.", "entry", on("2027-01-01")],
  [
    "This Agreement shall enter into force on the first day of the second month following the last notification.",
    "entry",
    null,
  ],
  [
    "Amendments shall enter into force on the thirtieth day after the deposit of the third instrument of acceptance.",
    "entry",
    null,
  ],
  [
    "This Convention is subject to ratification, acceptance or approval by the signatory States.",
    "consent",
    ["subject-to-ratification"],
  ],
  [
    "This Agreement shall be applied provisionally from the date of its signature.",
    "provisional",
    "from-signature",
  ],
  ["No reservations may be made to this Convention.", "reservations", { rule: "prohibited" }],
  [
    "No reservations may be made to this Convention except those expressly permitted by Article 5.",
    "reservations",
    null,
  ],
  [
    "No reservation may be made in respect of any provision of this Convention.",
    "reservations",
    { rule: "prohibited" },
  ],
  ["This Convention shall be open for accession by any State.", "accession", true],
  ["Any other State may accede to this Agreement.", "accession", true],
  [
    "This Agreement may be amended by mutual written consent of the Parties.",
    "amendment",
    { binds: "all" },
  ],
  [
    "Amendments shall enter into force for those Parties which have accepted them.",
    "amendment",
    { binds: "acceptors" },
  ],
  [
    "Any dispute between the Parties concerning the interpretation of this Agreement shall be settled amicably through consultations or negotiations.",
    "settlement",
    "negotiation",
  ],
  [
    "Any dispute which is not settled by negotiation shall, at the request of one of them, be submitted to arbitration.",
    "settlement",
    "arbitration",
  ],
  [
    "Any such dispute may be referred to the International Court of Justice by either Party.",
    "settlement",
    "court",
  ],
  [
    "Done in the Russian and English languages, both texts being equally authentic. In case of any divergence, the English text shall prevail.",
    "prevailing",
    "en",
  ],
  [
    "Done in two originals in the Russian and English languages, both texts being equally authentic.",
    "prevailing",
    null,
  ],
  [
    "The Secretary-General of the United Nations is designated as the depositary of this Convention.",
    "depositary",
    "office",
  ],
  ["This Agreement shall terminate when fewer than three Parties remain.", "minimumParties", 3],
  ["This Agreement is closed for accession by third States.", "accession", false],
  ["No other State may accede to this Agreement.", "accession", false],
];
