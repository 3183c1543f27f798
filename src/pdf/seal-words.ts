/** The text of signatures, by language. A language without its own words uses English. */
export type SealWords = {
  /** The name of the sealer. */
  seal: string;
  sealReason(reference: string): string;
  sealedOn(when: string): string;
  /** The last act before the seal, by its index in the evidence log. */
  logged(place: { origin: string; index: number }): string;
  signedOn(when: string): string;
  /** The party's own key did not sign: the depositary attests that the consent is on record. */
  attested: string;
  /** The party's own key signed. */
  ownKey(holder: string): string;
  ownConsent(facts: { party: string; person: string; when: string }): string;
  untrusted: string;
  consent(facts: { party: string; person: string; when: string; method: string }): string;
};

export const sealWords = {
  en: {
    seal: "Seal of the depositary",
    sealReason: (reference) => `${reference}, sealed by the depositary.`,
    sealedOn: (when) => `Sealed on ${when}`,
    logged: ({ origin, index }) => `Evidence log ${origin}, no. ${index}`,
    signedOn: (when) => `Signed on ${when}`,
    attested: "Consent attested by the depositary",
    ownKey: (holder) => `With the certificate of ${holder}`,
    ownConsent: ({ party, person, when }) =>
      `${person} signed for ${party} on ${when} with a certificate of the party's own.`,
    untrusted: "Demonstration – not a trusted seal",
    consent: ({ party, person, when, method }) =>
      `${person} signed for ${party} on ${when} (${method}). The depositary attests that this consent is on record.`,
  },
  fr: {
    seal: "Sceau du dépositaire",
    sealReason: (reference) => `${reference}, scellé par le dépositaire.`,
    sealedOn: (when) => `Scellé le ${when}`,
    logged: ({ origin, index }) => `Journal des preuves ${origin}, n° ${index}`,
    signedOn: (when) => `Signé le ${when}`,
    attested: "Consentement attesté par le dépositaire",
    ownKey: (holder) => `Avec le certificat de ${holder}`,
    ownConsent: ({ party, person, when }) =>
      `${person} a signé pour ${party} le ${when} avec un certificat propre à la partie.`,
    untrusted: "Démonstration – sceau non reconnu",
    consent: ({ party, person, when, method }) =>
      `${person} a signé pour ${party} le ${when} (${method}). Le dépositaire atteste que ce consentement est enregistré.`,
  },
  es: {
    seal: "Sello del depositario",
    sealReason: (reference) => `${reference}, sellado por el depositario.`,
    sealedOn: (when) => `Sellado el ${when}`,
    logged: ({ origin, index }) => `Libro de pruebas ${origin}, n.º ${index}`,
    signedOn: (when) => `Firmado el ${when}`,
    attested: "Consentimiento certificado por el depositario",
    ownKey: (holder) => `Con el certificado de ${holder}`,
    ownConsent: ({ party, person, when }) =>
      `${person} firmó por ${party} el ${when} con un certificado propio de la parte.`,
    untrusted: "Demostración – sello no reconocido",
    consent: ({ party, person, when, method }) =>
      `${person} firmó por ${party} el ${when} (${method}). El depositario certifica que este consentimiento consta en sus registros.`,
  },
  ru: {
    seal: "Печать депозитария",
    sealReason: (reference) => `${reference}: скреплено печатью депозитария.`,
    sealedOn: (when) => `Скреплено печатью: ${when}`,
    logged: ({ origin, index }) => `Журнал доказательств ${origin}, № ${index}`,
    signedOn: (when) => `Подписано: ${when}`,
    attested: "Согласие засвидетельствовано депозитарием",
    ownKey: (holder) => `Сертификат: ${holder}`,
    ownConsent: ({ party, person, when }) =>
      `Сторона: ${party}. Подписал(а): ${person}, ${when}, собственным сертификатом стороны.`,
    untrusted: "Демонстрация – печать не является доверенной",
    consent: ({ party, person, when, method }) =>
      `Сторона: ${party}. Подписал(а): ${person}, ${when} (${method}). Депозитарий свидетельствует, что это согласие зарегистрировано.`,
  },
  kk: {
    seal: "Депозитарийдің мөрі",
    sealReason: (reference) => `${reference}: депозитарий мөр басты.`,
    sealedOn: (when) => `Мөр басылды: ${when}`,
    logged: ({ origin, index }) => `Дәлелдемелер журналы ${origin}, № ${index}`,
    signedOn: (when) => `Қол қойылды: ${when}`,
    attested: "Келісімді депозитарий куәландырды",
    ownKey: (holder) => `Сертификат: ${holder}`,
    ownConsent: ({ party, person, when }) =>
      `Тарап: ${party}. Қол қойған: ${person}, ${when}, тараптың өз сертификатымен.`,
    untrusted: "Көрсетілім – сенімді мөр емес",
    consent: ({ party, person, when, method }) =>
      `Тарап: ${party}. Қол қойған: ${person}, ${when} (${method}). Депозитарий бұл келісімнің тіркелгенін куәландырады.`,
  },
  ar: {
    seal: "ختم الوديع",
    sealReason: (reference) => `${reference}، ختمه الوديع.`,
    sealedOn: (when) => `خُتم في ${when}`,
    logged: ({ origin, index }) => `سجل الأدلة ${origin}، رقم ${index}`,
    signedOn: (when) => `وُقّع في ${when}`,
    attested: "ارتضاء شهد به الوديع",
    ownKey: (holder) => `بشهادة ${holder}`,
    ownConsent: ({ party, person, when }) =>
      `وقّع ${person} نيابة عن ${party} في ${when} بشهادة تصديق خاصة بالطرف.`,
    untrusted: "عرض تجريبي – ختم غير موثوق",
    consent: ({ party, person, when, method }) =>
      `وقّع ${person} نيابة عن ${party} في ${when} (${method}). ويشهد الوديع بأن هذا الارتضاء مسجّل لديه.`,
  },
} satisfies Record<string, SealWords>;
