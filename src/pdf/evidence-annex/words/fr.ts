import type { Labels } from "../labels.ts";

export const fr: Labels = {
  title: "Annexe des preuves",
  about:
    "La présente annexe consigne qui a fait quoi à l’égard de l’instrument désigné ci-dessous, quand et sous quel sceau. Elle ne fait pas partie de l’instrument. Les empreintes sont en SHA-256 ; chaque inscription est liée à la précédente par son empreinte.",
  untrusted:
    "Le sceau de la présente annexe a été apposé par une autorité de démonstration et n’a aucun effet juridique.",
  reference: "Référence",
  instrument: "Instrument",
  version: "Version",
  instrumentDigest: "Empreinte de l’instrument",
  textDigest: "Empreinte du texte",
  date: "Date de la présente annexe",
  signatures: "Signatures",
  party: "Partie",
  person: "Personne",
  method: "Méthode",
  time: "Heure",
  day: "Jour de la signature",
  events: "Registre des actes",
  number: "N°",
  act: "Acte",
  actor: "Auteur",
  hash: "Empreinte",
  logged: "Journal",
  log: "Journal des preuves",
  aboutLog:
    "Le journal a pris les actes ci-dessus aux places indiquées. Voici son point de contrôle signé : le nom du journal, le nombre de ses inscriptions, leur empreinte racine et la signature.",
  notInLog:
    "Lorsque la présente annexe a été scellée, le journal des preuves n’avait pas encore pris et signé tous ces actes.",
  seal: "Sceau du dépositaire",
  verify: "Pour vérifier",
  aboutVerify:
    "Le code mène à la page de vérification du registre, qui compare un fichier avec ce qui a été scellé.",
  level: "Niveau du sceau",
  clock: "Horloge",
  ownClock: (zone) =>
    `Les heures sont celles du fuseau ${zone}, d’après l’horloge du serveur du dépositaire ; aucune autre horloge ne les garantit.`,
  stampedClock: (zone) =>
    `Les heures sont celles du fuseau ${zone}, d’après l’horloge du serveur du dépositaire. Le sceau porte l’horodatage d’une autorité indépendante, qui prouve que toutes les signatures avaient été données à ce moment.`,
  capacity: "Agissant en qualité de",
  authority: "Pouvoirs",
  fullPowers: ({ issuedBy, signedBy, on }) =>
    `Pleins pouvoirs du ${on}, émanant de ${issuedBy}, signés par ${signedBy} ; vérifiés par deux agents du secrétariat`,
  exOfficio: (office) =>
    `En vertu des fonctions, sans pleins pouvoirs : ${office} ; vérifié par deux agents du secrétariat`,
  dispensed: "Les parties sont convenues de ne pas exiger de pleins pouvoirs",
  notShown: "Aucuns pleins pouvoirs enregistrés",
  offices: {
    "head-of-state": "chef d’État",
    "head-of-government": "chef de gouvernement",
    "foreign-minister": "ministre des affaires étrangères",
    ambassador: "chef de mission diplomatique",
    delegate: "représentant accrédité",
    "head-of-body": "chef du ministère ou de l’agence",
    "executive-head": "chef exécutif de l’organisation",
  },
  signedAs: "Forme",
  forms: {
    definitive: "Signature définitive",
    "ad-referendum": "Signature ad referendum",
    "subject-to-ratification": "Signature sous réserve de ratification",
  },
  methods: {
    passkey: "Clé d’accès, son utilisateur étant vérifié ; sa signature est dans les preuves",
    certificate: (holder) =>
      `Certificat propre à la partie : ${holder} ; sa signature est dans l’instrument`,
    code: (reason) => `Code à usage unique, méthode plus faible. Motif : ${reason}`,
    key: (reason) => `Clé d’accès du compte, méthode plus faible. Motif : ${reason}`,
    account: "Session du compte, méthode plus faible",
    "wet-ink": (scan) => `À l’encre sur papier ; SHA-256 de la copie numérisée : ${scan}`,
  },
};
