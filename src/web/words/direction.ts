/** Which way a language is written. */
export function directionOf(language: string): "rtl" | "ltr" {
  return /^(ar|he|fa|ur|ps)\b/.test(language) ? "rtl" : "ltr";
}
