import type { Labels } from "../labels.ts";

export const es: Labels = {
  title: "Anexo de pruebas",
  about:
    "El presente anexo hace constar quién hizo qué respecto del instrumento indicado a continuación, cuándo y bajo qué sello. No forma parte del instrumento. Las huellas son SHA-256; cada asiento está vinculado al anterior por su huella.",
  untrusted:
    "El sello del presente anexo fue puesto por una autoridad de demostración y no tiene efecto jurídico.",
  reference: "Referencia",
  instrument: "Instrumento",
  version: "Versión",
  instrumentDigest: "Huella del instrumento",
  textDigest: "Huella del texto",
  date: "Fecha del presente anexo",
  signatures: "Firmas",
  party: "Parte",
  person: "Persona",
  method: "Método",
  time: "Hora",
  day: "Día de la firma",
  events: "Registro de actos",
  number: "N.º",
  act: "Acto",
  actor: "Autor",
  hash: "Huella",
  logged: "Libro",
  log: "Libro de pruebas",
  aboutLog:
    "El libro ha tomado los actos anteriores en los lugares indicados. Este es su punto de control firmado: el nombre del libro, el número de sus asientos, su huella raíz y la firma.",
  notInLog:
    "Cuando se selló el presente anexo, el libro de pruebas aún no había tomado y firmado todos estos actos.",
  seal: "Sello del depositario",
  verify: "Para verificar",
  aboutVerify:
    "El código lleva a la página de verificación del registro, que compara un archivo con lo que se selló.",
  level: "Nivel del sello",
  clock: "Reloj",
  ownClock: (zone) =>
    `Las horas son las de la zona ${zone}, según el reloj del servidor del depositario; ningún otro reloj las garantiza.`,
  stampedClock: (zone) =>
    `Las horas son las de la zona ${zone}, según el reloj del servidor del depositario. El sello lleva un sello de tiempo de una autoridad independiente, que prueba que para entonces se habían dado todas las firmas.`,
  capacity: "En calidad de",
  authority: "Poderes",
  fullPowers: ({ issuedBy, signedBy, on }) =>
    `Plenos poderes de ${on}, expedidos por ${issuedBy}, firmados por ${signedBy}; verificados por dos funcionarios de la secretaría`,
  exOfficio: (office) =>
    `En virtud de sus funciones, sin plenos poderes: ${office}; verificado por dos funcionarios de la secretaría`,
  dispensed: "Las partes han convenido en prescindir de los plenos poderes",
  notShown: "No constan plenos poderes",
  offices: {
    "head-of-state": "jefe de Estado",
    "head-of-government": "jefe de gobierno",
    "foreign-minister": "ministro de relaciones exteriores",
    ambassador: "jefe de misión diplomática",
    delegate: "representante acreditado",
    "head-of-body": "titular del ministerio u organismo",
    "executive-head": "jefe ejecutivo de la organización",
  },
  signedAs: "Forma",
  forms: {
    definitive: "Firma definitiva",
    "ad-referendum": "Firma ad referéndum",
    "subject-to-ratification": "Firma a reserva de ratificación",
  },
  methods: {
    passkey: "Clave de acceso, con su usuario verificado; su firma está en las pruebas",
    certificate: (holder) =>
      `Certificado propio de la parte: ${holder}; su firma está en el instrumento`,
    code: (reason) => `Código de un solo uso, el método más débil. Motivo: ${reason}`,
    key: (reason) => `Clave de la cuenta, el método más débil. Motivo: ${reason}`,
    account: "Sesión de la cuenta, el método más débil",
    "wet-ink": (scan) => `Con tinta sobre papel; SHA-256 de la copia digitalizada: ${scan}`,
  },
};
