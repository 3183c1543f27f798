/** Countries and places that French names without an article: `Cuba`, `à Cuba`. */
const bare =
  /^(?:Antigua-et-Barbuda|Anguilla|Aruba|Bahreïn|Chypre|Cuba|Curaçao|Djibouti|Gibraltar|Guam|Guernesey|Haïti|Hong Kong|Israël|Jersey|Kiribati|Macao|Madagascar|Malte|Maurice|Mayotte|Monaco|Montserrat|Nauru|Niue|Oman|Porto Rico|Sainte?-(?!Siège)|Sao Tomé|Singapour|Sri Lanka|Taïwan|Tokelau|Tuvalu|Vanuatu|Wallis-et-Futuna)/;

const plural =
  /^(?:Bahamas|Bermudes|Comores|Fidji|Maldives|Palaos|Pays-Bas|Philippines|Seychelles|Tonga|(?:Émirats|États|Îles|Nations|Samoa américaines|Terres|Territoires)\b)/;

/** Masculine in spite of the last letter of the first word. */
const masculine =
  /^(?:Belize|Cambodge|Mexique|Mozambique|Suriname|Zimbabwe|Centre|Groupe|Ministère|Organe|Pôle|Programme|Royaume|Saint-Siège|Siège|Timor)/;

const feminine = /^(?:Sierra Leone$|R\.A\.S\.|[^\s-]*(?:e|é(?:e|s)|ion|té)(?:[\s’-]|$))/;

/**
 * A name as lists show it, with its article: `l’Estonie`, `le Kazakhstan`, `les Émirats arabes unis`, `Cuba`. The article
 * follows from the first word, with the exceptions that the lists above name. A name in another script stays as it is.
 */
export function withArticle(name: string): string {
  if (!/^\p{Script=Latin}/u.test(name) || bare.test(name)) return name;
  if (/^l(?:[ae]s? |’)/i.test(name)) return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  if (plural.test(name)) return `les ${name}`;
  // An h is aspirated in the names concerned (la Hongrie, le Honduras), and so is a y (le Yémen).
  if (/^[aeiouàâäéèêëîïôöùûüœæ]/i.test(name)) return `l’${name}`;
  return feminine.test(name) && !masculine.test(name) ? `la ${name}` : `le ${name}`;
}

/** `de` contracted with the article that a name begins with: du, de la, de l’, des; `de` or `d’` before others. */
export function afterDe(name: string): string {
  if (/^le /i.test(name)) return `du ${name.slice(3)}`;
  if (/^les /i.test(name)) return `des ${name.slice(4)}`;
  if (/^(la |l[’'])/i.test(name)) return `de ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return /^(?:[aeiouyàâäéèêëîïôöùûüœæ]|haïti)/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** `à` contracted with the article that a name begins with: au, à la, à l’, aux; `à` before others. */
export function afterA(name: string): string {
  if (/^le /i.test(name)) return `au ${name.slice(3)}`;
  if (/^les /i.test(name)) return `aux ${name.slice(4)}`;
  return `à ${name}`;
}
