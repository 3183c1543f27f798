/** The words of the evidence annex. A language without a row prints the English ones. */
export type Labels = {
  title: string;
  /** What the annex is, in one paragraph. */
  about: string;
  /** Where the seal's authority is only for demonstration. */
  untrusted: string;
  reference: string;
  instrument: string;
  version: string;
  instrumentDigest: string;
  /** Followed by the code of the language. */
  textDigest: string;
  date: string;
  signatures: string;
  party: string;
  person: string;
  method: string;
  time: string;
  events: string;
  number: string;
  act: string;
  actor: string;
  hash: string;
  /** Over the places of the acts in the evidence log. */
  logged: string;
  log: string;
  aboutLog: string;
  notInLog: string;
  seal: string;
};

export function labelsOf(language: string): Labels {
  const primary = language.split("-", 1)[0] ?? language;
  return isKnown(primary) ? labels[primary] : labels.en;
}

const labels = {
  en: {
    title: "Annex of evidence",
    about:
      "This annex records who did what to the instrument named below, when, and under which seal. It is no part of the instrument. The digests are SHA-256; each entry of the record is bound to the one before it by its hash.",
    untrusted:
      "The seal of this annex was made by a demonstration authority and has no legal effect.",
    reference: "Reference",
    instrument: "Instrument",
    version: "Version",
    instrumentDigest: "Digest of the instrument",
    textDigest: "Digest of the text",
    date: "Date of this annex",
    signatures: "Signatures",
    party: "Party",
    person: "Person",
    method: "Method",
    time: "Time",
    events: "Record of acts",
    number: "No.",
    act: "Act",
    actor: "Actor",
    hash: "Hash",
    logged: "Log",
    log: "Evidence log",
    aboutLog:
      "The log has taken the acts above at the places given. This is its signed checkpoint: the name of the log, the number of its entries, their root hash and the signature.",
    notInLog:
      "When this annex was sealed the evidence log had not yet taken and signed all these acts.",
    seal: "Seal of the depositary",
  },
  ru: {
    title: "Приложение с доказательствами",
    about:
      "В настоящем приложении указано, кто, когда и какие действия совершил в отношении названного ниже документа и какой печатью они заверены. Приложение не является частью документа. Хеш-суммы вычислены по SHA-256; каждая запись связана с предыдущей своим хешем.",
    untrusted:
      "Печать настоящего приложения поставлена демонстрационным удостоверяющим центром и не имеет юридической силы.",
    reference: "Номер",
    instrument: "Документ",
    version: "Версия",
    instrumentDigest: "Хеш-сумма документа",
    textDigest: "Хеш-сумма текста",
    date: "Дата приложения",
    signatures: "Подписи",
    party: "Сторона",
    person: "Лицо",
    method: "Способ",
    time: "Время",
    events: "Запись действий",
    number: "№",
    act: "Действие",
    actor: "Кто",
    hash: "Хеш",
    logged: "Журнал",
    log: "Журнал доказательств",
    aboutLog:
      "Журнал принял перечисленные действия на указанные места. Ниже его подписанная контрольная точка: имя журнала, число записей, корневой хеш и подпись.",
    notInLog:
      "Когда настоящее приложение скреплялось печатью, журнал доказательств принял и подписал ещё не все эти действия.",
    seal: "Печать депозитария",
  },
  ar: {
    title: "ملحق الأدلة",
    about:
      "يسجل هذا الملحق من قام بأي عمل يخص الصك المذكور أدناه ومتى وبأي ختم. وليس هذا الملحق جزءا من الصك. والبصمات محسوبة وفق SHA-256، وكل قيد مرتبط بالقيد السابق له ببصمته.",
    untrusted: "ختم هذا الملحق صادر عن سلطة تجريبية وليس له أثر قانوني.",
    reference: "المرجع",
    instrument: "الصك",
    version: "النسخة",
    instrumentDigest: "بصمة الصك",
    textDigest: "بصمة النص",
    date: "تاريخ الملحق",
    signatures: "التوقيعات",
    party: "الطرف",
    person: "الشخص",
    method: "الطريقة",
    time: "الوقت",
    events: "سجل الأعمال",
    number: "الرقم",
    act: "العمل",
    actor: "القائم به",
    hash: "البصمة",
    logged: "السجل",
    log: "سجل الأدلة",
    aboutLog:
      "أخذ السجل الأفعال أعلاه في المواضع المبينة. وهذه نقطة تحققه الموقعة: اسم السجل وعدد قيوده وبصمة الجذر والتوقيع.",
    notInLog: "عند ختم هذا الملحق لم يكن سجل الأدلة قد أخذ جميع هذه الأفعال ووقع عليها بعد.",
    seal: "ختم الوديع",
  },
  kk: {
    title: "Дәлелдемелер қосымшасы",
    about:
      "Бұл қосымшада төменде аталған құжатқа қатысты кім, қашан, қандай әрекет жасағаны және қандай мөрмен расталғаны көрсетілген. Қосымша құжаттың бөлігі болып табылмайды. Хеш-сомалар SHA-256 бойынша есептелген; әр жазба алдыңғысымен өз хеші арқылы байланысқан.",
    untrusted: "Бұл қосымшаның мөрін көрсетілім орталығы қойған, оның заңдық күші жоқ.",
    reference: "Нөмірі",
    instrument: "Құжат",
    version: "Нұсқасы",
    instrumentDigest: "Құжаттың хеш-сомасы",
    textDigest: "Мәтіннің хеш-сомасы",
    date: "Қосымшаның күні",
    signatures: "Қолдар",
    party: "Тарап",
    person: "Тұлға",
    method: "Тәсілі",
    time: "Уақыты",
    events: "Әрекеттер жазбасы",
    number: "№",
    act: "Әрекет",
    actor: "Кім",
    hash: "Хеш",
    logged: "Журнал",
    log: "Дәлелдемелер журналы",
    aboutLog:
      "Журнал жоғарыдағы әрекеттерді көрсетілген орындарға қабылдады. Төменде оның қол қойылған бақылау нүктесі: журнал атауы, жазбалар саны, түбір хеш және қолтаңба.",
    notInLog:
      "Осы қосымша мөрмен бекітілгенде дәлелдемелер журналы бұл әрекеттердің бәрін әлі қабылдап, қол қоймаған еді.",
    seal: "Депозитарийдің мөрі",
  },
} satisfies Record<string, Labels>;

function isKnown(language: string): language is keyof typeof labels {
  return Object.hasOwn(labels, language);
}
