/** Words that give an answer, by language; any of them does. */
export type Sense = Record<"en" | "ru" | "ar" | "kk" | "fr", string[]>;

const sense = (en: string, ru: string, ar: string, kk: string, fr: string): Sense => ({
  en: en.split(" | "),
  ru: ru.split(" | "),
  ar: ar.split(" | "),
  kk: kk.split(" | "),
  fr: fr.split(" | "),
});

/**
 * The questions that the law asks of a text and the words by which the shipped templates and clauses answer
 * them, read by hand and kept apart from the templates. `silent` is what holds where no words answer.
 */
export const phrases = {
  binding: {
    treaty: sense(
      "shall enter into force",
      "вступает в силу | вступления настоящего Соглашения в силу",
      "يدخل هذا الاتفاق حيز النفاذ | يدخل فيه هذا الاتفاق حيز النفاذ | يدخل هذا البروتوكول حيز النفاذ",
      "күшіне енеді | күшіне ену күні",
      "entre en vigueur",
    ),
    memorandum: sense(
      "does not create legally binding rights",
      "не создает юридических прав",
      "لا تنشئ حقوقاً | لا ينشئ حقوقاً",
      "Қатысушылардың ниетін білдіреді",
      "ne crée ni droits",
    ),
  },
  consent: {
    silent: "signature",
    either: sense(
      "may express their consent to be bound by this Agreement by | may express their consent to be bound by this Protocol by",
      "могут выразить согласие на обязательность",
      "أن تعبّر عن ارتضائها الالتزام بهذا الاتفاق بإحدى | أن تعبّر عن ارتضائها الالتزام بهذا البروتوكول بإحدى",
      "мынадай тәсілдердің бірімен білдіре алады",
      "peuvent exprimer leur consentement à être liés",
    ),
    ratification: sense(
      "shall be signed by the States named in the preamble subject to ratification",
      "подписывается государствами, названными в преамбуле, под условием ратификации",
      "توقّع الدول المسمّاة في الديباجة هذا الاتفاق رهناً بالتصديق | توقّع الدول المسمّاة في الديباجة هذا البروتوكول رهناً بالتصديق",
      "мемлекеттер ратификациялау, қабылдау немесе бекіту шартымен",
      "nommés dans le préambule sous réserve de ratification",
    ),
  },
  entry: {
    "last-signature": sense(
      "on the date of the last signature",
      "в день последнего подписания | с даты последнего подписания",
      "في تاريخ آخر توقيع",
      "соңғы қол қойылған күн",
      "à la date de la dernière signature",
    ),
    "fixed-date": sense(
      "shall enter into force on 23 November 2026",
      "вступает в силу 23 ноября 2026",
      "حيز النفاذ في 23 نوفمبر 2026",
      "2026 жылғы 23 қарашада күшіне енеді",
      "entre en vigueur le 23 novembre 2026",
    ),
    "last-notification": sense(
      "on the date on which the Depositary receives the last of the written notifications",
      "в день получения Депозитарием последнего из письменных уведомлений",
      "حيز النفاذ في تاريخ تسلّم الوديع آخر الإخطارات",
      "хабарламалардың соңғысын Депозитарий алған күні күшіне",
      "à la date à laquelle le Dépositaire reçoit la dernière des notifications écrites par lesquelles les États",
    ),
    "after-last-notification": sense(
      "day following the date on which the Depositary receives the last of the written notifications",
      "день после даты получения Депозитарием последнего из письменных уведомлений",
      "التالي لتاريخ تسلّم الوديع آخر الإخطارات",
      "хабарламалардың соңғысын Депозитарий алған күннен кейінгі",
      "jour qui suit la date à laquelle le Dépositaire reçoit la dernière",
    ),
    "nth-deposit": sense(
      "instrument expressing consent to be bound by it",
      "документа, выражающего согласие на его обязательность",
      "المعبّر عن ارتضاء الالتزام به",
      "құжат сақтауға тапсырылған күннен кейінгі",
      "instrument exprimant le consentement à être lié par lui",
    ),
    "month-after-nth-consent": sense(
      "on the first day of the month following",
      "в первый день месяца, следующего",
      "في اليوم الأول من الشهر التالي",
      "кейінгі айдың бірінші күні",
      "le premier jour du mois qui suit",
    ),
  },
  duration: {
    automatic: sense(
      "shall be extended automatically | is continued for further periods of the same length unless",
      "автоматически продлевается | Он продлевается на последующие периоды",
      "يُمدَّد هذا الاتفاق تلقائياً | ويستمر سريانها لفترات أخرى مماثلة ما لم",
      "автоматты түрде ұзартылады | егер Қатысушылар өзгеше шешпесе, ол ұзақтығы | Егер Қатысушылар өзгеше шешпесе, ол ұзақтығы",
      "est reconduit tacitement | Il est reconduit pour de nouvelles périodes",
    ),
    "by-decision": sense(
      "may extend this Agreement for further periods | may be continued for further periods of the same length by a decision",
      "могут продлевать действие | может быть продлен на последующие | может быть продлена на последующие",
      "للأطراف أن تمدّد هذا الاتفاق | للطرفين أن يمدّدا هذا الاتفاق | ويجوز تمديد سريانها لفترات | ويجوز تمديد سريانه لفترات",
      "Депозитарийге хабарланған шешімімен ұзақтығы | жазбаша шешімімен ұзақтығы",
      "peuvent proroger le présent Accord | peut être reconduit pour de nouvelles périodes",
    ),
    unlimited: sense(
      "concluded for an unlimited period | for as long as the Principal Agreement is in force",
      "на неопределенный срок | до тех пор, пока действует Основное соглашение",
      "لمدة غير محددة | ما دام الاتفاق الأصلي نافذاً",
      "белгісіз мерзімге жасалды | Негізгі келісім қолданылып тұрған уақыт бойы",
      "pour une durée illimitée | aussi longtemps que l’Accord principal",
    ),
  },
  withdrawal: {
    notice: sense(
      "A Party may withdraw from this Agreement at any time by written | A Participant may withdraw by giving the Depositary",
      "может в любое время выйти из настоящего Соглашения, направив | Участник может выйти, направив",
      "للطرف أن ينسحب من هذا الاتفاق في أي وقت بإخطار | للمشارك أن ينسحب بإخطار",
      "жіберу арқылы осы Келісімнен кез келген уақытта шыға алады | жазбаша хабарлама жіберу арқылы шыға алады",
      "peut à tout moment se retirer du présent Accord par notification | Un Participant peut se retirer moyennant un préavis",
    ),
    none: sense(
      "is not subject to denunciation or withdrawal | shall not withdraw from this Protocol without withdrawing",
      "не подлежит денонсации | не может выйти из настоящего Протокола, не выйдя",
      "لا يخضع هذا الاتفاق للنقض | لا ينسحب طرف من هذا البروتوكول دون",
      "денонсацияланбайды | шықпай осы Хаттамадан шыға алмайды",
      "ne peut faire l’objet d’une dénonciation | ne se retire pas du présent Protocole sans",
    ),
  },
  provisional: {
    silent: "none",
    "from-signature": sense(
      "shall apply it provisionally from the date of its signature",
      "## Временное применение",
      "## التطبيق المؤقت",
      "## Уақытша қолдану",
      "à titre provisoire à compter de la date de sa signature",
    ),
  },
  reservations: {
    silent: "silent",
    permitted: sense(
      "formulate a reservation in writing",
      "сформулировать оговорку | формулировать оговорку | сделать оговорку",
      "أن تبدي تحفظ | إبداء تحفظ",
      "ескертпе жасай алады | ескертпе жасауға",
      "formuler une réserve | formuler par écrit une réserve",
    ),
    prohibited: sense(
      "No reservation may be made to this Agreement",
      "Никакие оговорки к настоящему Соглашению не допускаются",
      "لا يجوز إبداء أي تحفظ على هذا الاتفاق",
      "Осы Келісімге ескертпелер жасауға жол берілмейді",
      "Aucune réserve n’est admise au présent Accord",
    ),
  },
  accession: {
    silent: "closed",
    open: sense(
      "shall be open for accession | may join this Memorandum by signing it",
      "## Присоединение | присоединиться к настоящему Меморандуму путем его подписания",
      "## الانضمام | أن تنضم إلى هذه المذكرة",
      "## Қосылу | осы Меморандумға қол қою арқылы қосыла алады",
      "## Adhésion | se joindre au présent Mémorandum",
    ),
  },
} as const;
