import { contentOf, type Der, membersOf, objectIdOf, readDer } from "../../cms/read-der.ts";

/** A GeneralName, or the base of a subtree of such names (RFC 5280, 4.2.1.6). */
export type Name = Pick<Der, "tag" | "content">;

const emailAddress = "1.2.840.113549.1.9.1";

export const directoryOf = (subject: Uint8Array): Name => ({ tag: 0xa4, content: subject });

/** Addresses in a distinguished name, as in old certificates (4.2.1.10). */
export function emailsIn(subject: Uint8Array): Name[] {
  return membersOf(readDer(subject), 0x30)
    .flatMap((set) => membersOf(set, 0x31))
    .map((pair) => membersOf(pair, 0x30))
    .filter(([type]) => objectIdOf(type) === emailAddress)
    .map(([, value]) => ({ tag: 0x81, content: value?.content ?? new Uint8Array() }));
}

/** Whether a name is within a subtree of its kind; an unknown kind is neither in nor out, so it is refused. */
export function isWithin(name: Name, tree: Name): boolean {
  const [own, base] = [name, tree].map(({ content }) => latin(content).toLowerCase());
  if (name.tag === 0xa4) return isBelow(rdnsOf(name.content), rdnsOf(tree.content));
  if (name.tag === 0x81) return isMailbox(own!, base!, name, tree);
  if (name.tag === 0x82) return base === "" || isHost(own!, base!, true);
  if (name.tag === 0x86) return isHost(hostOf(own!), base!, false);
  if (name.tag === 0x87) return isAddress(name.content, tree.content);
  throw new Error("This kind of name is unknown here.");
}

function isBelow(own: string[], base: string[]): boolean {
  return base.every((rdn, at) => own[at] === rdn);
}

/** Each relative name in one form: letters of one case, single spaces (7.1). */
function rdnsOf(name: Uint8Array): string[] {
  return membersOf(readDer(name), 0x30).map((set) =>
    membersOf(set, 0x31)
      .map((pair) => {
        const [type, value] = membersOf(pair, 0x30);
        return `${objectIdOf(type)}=${textOf(value)}`;
      })
      .sort()
      .join("+"),
  );
}

/** UTF8String, PrintableString, T61String, IA5String and BMPString as text; anything else as its bytes. */
function textOf(value: Der | undefined): string {
  const content = contentOf(value, value?.tag ?? 0);
  const fold = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();
  if (value?.tag === 0x0c) return fold(new TextDecoder().decode(content));
  if (value?.tag === 0x1e) return fold(new TextDecoder("utf-16be").decode(content));
  if ([0x13, 0x14, 0x16].includes(value?.tag ?? 0)) return fold(latin(content));
  return `#${Buffer.from(value?.whole ?? []).toString("hex")}`;
}

/** A mailbox, a host, or with a leading full stop everything below a host. */
function isMailbox(own: string, base: string, name: Name, tree: Name): boolean {
  const host = own.slice(own.lastIndexOf("@") + 1);
  if (!base.includes("@")) return isHost(host, base, false);
  const local = (one: Name) => latin(one.content).split("@")[0];
  return host === base.slice(base.lastIndexOf("@") + 1) && local(name) === local(tree);
}

function isHost(host: string, base: string, isWithSubdomains: boolean): boolean {
  if (base.startsWith(".")) return host.endsWith(base) && host.length > base.length;
  return host === base || (isWithSubdomains && host.endsWith(`.${base}`));
}

function hostOf(uri: string): string {
  return URL.parse(uri)?.hostname ?? "";
}

/** A subtree of addresses is an address and a mask of the same length. */
function isAddress(own: Uint8Array, tree: Uint8Array): boolean {
  const { length } = own;
  return (
    tree.length === 2 * length &&
    own.every((byte, at) => ((byte ^ tree[at]!) & tree[length + at]!) === 0)
  );
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
