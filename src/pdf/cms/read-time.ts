import { type Der, NotDer } from "./read-der.ts";

/**
 * A time in a certificate, a revocation list or a timestamp: UTCTime or GeneralizedTime, in UTC (RFC 5280,
 * 4.1.2.5; a fraction of a second after RFC 3161, 2.4.2).
 *
 * @throws NotDer
 */
export function readTime(der: Der | undefined): Date {
  const text = new TextDecoder("latin1").decode(der?.content);
  const full = der?.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,6})?Z$/.exec(full);
  if (!match || (der?.tag !== 0x17 && der?.tag !== 0x18)) throw new NotDer("A time is missing.");
  const [, year, month, day, hour, minute, second, fraction = ""] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`);
  // The constructor reads 31 February as 3 March.
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) {
    throw new NotDer("A time is none.");
  }
  return date;
}
