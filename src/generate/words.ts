/** Words by language. Every list has the languages of our templates. */
export type Words = Record<string, string>;

const words = (en: string, ru: string, ar: string, kk: string, fr: string): Words => ({
  en,
  ru,
  ar,
  kk,
  fr,
});

/** What an agreement is about; follows the template's heading and a colon. */
export const topics: readonly Words[] = [
  words(
    "Digital Public Services",
    "цифровые государственные услуги",
    "الخدمات العامة الرقمية",
    "цифрлық мемлекеттік қызметтер",
    "services publics numériques",
  ),
  words(
    "Training of Senior Officials",
    "подготовка руководящих служащих",
    "تدريب كبار الموظفين",
    "басшы қызметшілерді даярлау",
    "formation des hauts fonctionnaires",
  ),
  words(
    "Recruitment on Merit",
    "отбор по заслугам",
    "التوظيف على أساس الجدارة",
    "меритократиялық іріктеу",
    "recrutement au mérite",
  ),
  words(
    "Ethics and Integrity",
    "этика и добросовестность",
    "الأخلاقيات والنزاهة",
    "әдеп және адалдық",
    "éthique et intégrité",
  ),
  words(
    "Local Government",
    "местное самоуправление",
    "الإدارة المحلية",
    "жергілікті басқару",
    "administration locale",
  ),
  words(
    "Open Data and Statistics",
    "открытые данные и статистика",
    "البيانات المفتوحة والإحصاء",
    "ашық деректер және статистика",
    "données ouvertes et statistiques",
  ),
  words(
    "Women in Leadership",
    "женщины на руководящих должностях",
    "المرأة في المناصب القيادية",
    "басшылықтағы әйелдер",
    "les femmes aux postes de direction",
  ),
  words(
    "Crisis Management",
    "управление в кризисных ситуациях",
    "إدارة الأزمات",
    "дағдарысты басқару",
    "gestion des crises",
  ),
  words(
    "Regulatory Reform",
    "реформа регулирования",
    "الإصلاح التنظيمي",
    "реттеуді реформалау",
    "réforme de la réglementation",
  ),
  words(
    "Exchange of Specialists",
    "обмен специалистами",
    "تبادل المتخصصين",
    "мамандар алмасу",
    "échange de spécialistes",
  ),
  words(
    "Service Quality",
    "качество обслуживания",
    "جودة الخدمة",
    "қызмет көрсету сапасы",
    "qualité du service",
  ),
  words(
    "Public Procurement",
    "государственные закупки",
    "المشتريات العامة",
    "мемлекеттік сатып алу",
    "marchés publics",
  ),
];

/** Cities where conferences are held; each is only a place of signature. */
export const places: readonly Words[] = [
  words("Astana", "Астана", "أستانا", "Астана", "Astana"),
  words("Abu Dhabi", "Абу-Даби", "أبوظبي", "Абу-Даби", "Abou Dabi"),
  words("Seoul", "Сеул", "سول", "Сеул", "Séoul"),
  words("Tallinn", "Таллин", "تالين", "Таллин", "Tallinn"),
  words("Tbilisi", "Тбилиси", "تبليسي", "Тбилиси", "Tbilissi"),
  words("Tashkent", "Ташкент", "طشقند", "Ташкент", "Tachkent"),
  words("Baku", "Баку", "باكو", "Баку", "Bakou"),
  words("Paris", "Париж", "باريس", "Париж", "Paris"),
  words("Vilnius", "Вильнюс", "فيلنيوس", "Вильнюс", "Vilnius"),
  words("Ulaanbaatar", "Улан-Батор", "أولان باتور", "Ұланбатор", "Oulan-Bator"),
];

/** Sentences that a round of negotiation adds to the first article. */
export const additions: readonly Words[] = [
  words(
    "A report is made every year.",
    "Отчет составляется ежегодно.",
    "يُعد تقرير كل سنة.",
    "Есеп жыл сайын жасалады.",
    "Un rapport est établi chaque année.",
  ),
  words(
    "All sides receive the report.",
    "Отчет направляется всем сторонам.",
    "يتلقى جميع الأطراف التقرير.",
    "Есеп барлық тараптарға жіберіледі.",
    "Toutes les parties reçoivent le rapport.",
  ),
  words(
    "The work plan is reviewed twice a year.",
    "План работы рассматривается два раза в год.",
    "تُستعرض خطة العمل مرتين في السنة.",
    "Жұмыс жоспары жылына екі рет қаралады.",
    "Le plan de travail est revu deux fois par an.",
  ),
  words(
    "The costs are shared in equal parts.",
    "Расходы распределяются поровну.",
    "تُقسم التكاليف بالتساوي.",
    "Шығыстар тең бөлінеді.",
    "Les frais sont partagés à parts égales.",
  ),
];

/** What people write in English beside a text or as their reason. */
export const remarks: readonly string[] = [
  "Please state how often the report is made.",
  "Our ministry asks who bears the costs of interpretation.",
  "The wording of the first article should follow the earlier agreement.",
  "We propose to name the coordinator in an annex.",
  "The second language version is shorter here than the first.",
  "Our lawyers ask for one more week on this article.",
  "Please provide for a joint review of the work plan.",
  "We can accept this text as it stands.",
];

/** Offices that people hold. */
export const offices: readonly Words[] = [
  words(
    "Deputy Minister",
    "Заместитель министра",
    "نائب الوزير",
    "Министрдің орынбасары",
    "Vice-ministre",
  ),
  words(
    "Head of Department",
    "Начальник департамента",
    "رئيس إدارة",
    "Департамент басшысы",
    "Chef de département",
  ),
  words("Legal Adviser", "Юрисконсульт", "مستشار قانوني", "Заң кеңесшісі", "Conseiller juridique"),
  words("Ambassador", "Посол", "سفير", "Елші", "Ambassadeur"),
  words("Counsellor", "Советник", "مستشار", "Кеңесші", "Conseiller"),
];
