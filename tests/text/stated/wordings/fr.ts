import { afterNotification, deposits, monthAfter, on, type WordingCase } from "./shapes.ts";

export const fr: WordingCase[] = [
  [
    "Une Partie peut mettre fin au détachement d’un expert moyennant un préavis de trente jours.",
    "withdrawal",
    null,
  ],
  ["La licence est valable pour une durée de cinq ans.", "duration", null],
  [
    "Chacune des Parties peut dénoncer le présent Accord moyennant un préavis de six mois.",
    "withdrawal",
    { months: 6 },
  ],
  [
    "Chaque Partie peut dénoncer le présent Accord par notification écrite. La dénonciation prend effet six mois après la date de réception de la notification.",
    "withdrawal",
    { months: 6 },
  ],
  [
    "Toute Partie peut se retirer du présent Accord moyennant un préavis écrit d’un an.",
    "withdrawal",
    { months: 12 },
  ],
  ["Aucune Partie ne peut se retirer du présent Traité.", "withdrawal", "none"],
  [
    "Le présent Accord est conclu pour une durée de cinq ans. Il est renouvelable par tacite reconduction pour de nouvelles périodes de deux ans.",
    "duration",
    { years: 5, renewal: "automatic", periodYears: 2 },
  ],
  ["Le présent Accord est conclu pour une durée indéterminée.", "duration", "unlimited"],
  [
    "Le présent Accord entre en vigueur à la date de sa signature.",
    "entry",
    { form: "last-signature" },
  ],
  [
    "Le présent Accord entrera en vigueur trente jours après la date de réception de la dernière notification.",
    "entry",
    afterNotification(30),
  ],
  [
    "Le présent Accord entre en vigueur à la date de réception de la dernière notification par laquelle les Parties s’informent de l’accomplissement des procédures internes.",
    "entry",
    { form: "last-notification" },
  ],
  [
    "La présente Convention entrera en vigueur le quatre-vingt-dixième jour suivant la date du dépôt du cinquantième instrument de ratification.",
    "entry",
    deposits(50, 90),
  ],
  [
    "La présente Convention entrera en vigueur le premier jour du mois qui suit l’expiration d’une période de trois mois après la date à laquelle cinq États auront exprimé leur consentement à être liés.",
    "entry",
    monthAfter(5, 3),
  ],
  ["Le présent Accord entre en vigueur le 1er janvier 2027.", "entry", on("2027-01-01")],
  [
    "La présente Convention est soumise à ratification, acceptation ou approbation.",
    "consent",
    ["subject-to-ratification"],
  ],
  [
    "Le présent Accord est appliqué à titre provisoire à compter de la date de sa signature.",
    "provisional",
    "from-signature",
  ],
  ["Aucune réserve n’est admise à la présente Convention.", "reservations", { rule: "prohibited" }],
  ["La présente Convention est ouverte à l’adhésion de tout État.", "accession", true],
  [
    "Le présent Accord peut être modifié par consentement mutuel des Parties.",
    "amendment",
    { binds: "all" },
  ],
  [
    "Tout différend relatif à l’interprétation du présent Accord est réglé par voie de négociation.",
    "settlement",
    "negotiation",
  ],
  [
    "Fait en langues française et russe, les deux textes faisant également foi. En cas de divergence, le texte français prévaut.",
    "prevailing",
    "fr",
  ],
  ["Le présent Accord prend fin lorsqu’il reste moins de trois Parties.", "minimumParties", 3],
  ["Le présent Accord est fermé à l’adhésion.", "accession", false],
  ["Aucun autre État ne peut adhérer au présent Accord.", "accession", false],
];
