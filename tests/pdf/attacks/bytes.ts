/** Bytes as Latin letters, one for one, so that attacks are written as text. */
export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

export function bytes(latin: string): Uint8Array {
  return new Uint8Array(Buffer.from(latin, "latin1"));
}

export function edit(pdf: Uint8Array, change: (latin: string) => string): Uint8Array {
  const before = text(pdf);
  const after = change(before);
  if (after === before) throw new Error("The attack changed nothing.");
  return bytes(after);
}

/** Appends a revision by hand, as an attacker would: objects, their index, a trailer. */
export function append(
  pdf: Uint8Array,
  objects: Record<number, string>,
  trailer: { root?: number; prev?: number; size?: number } = {},
): Uint8Array {
  const before = text(pdf);
  const last = [...before.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
  const root = trailer.root ?? rootOf(pdf);
  let body = "";
  let rows = "";
  for (const [number, value] of Object.entries(objects)) {
    rows += `${number} 1\n${String(before.length + body.length).padStart(10, "0")} 00000 n \n`;
    body += `${number} 0 obj\n${value}\nendobj\n`;
  }
  const table = before.length + body.length;
  const tail = `trailer\n<< /Size ${sizeOf(pdf) + (trailer.size ?? 20)} /Root ${root} 0 R /Prev ${trailer.prev ?? last} >>`;
  return bytes(`${before}${body}xref\n${rows}${tail}\nstartxref\n${table}\n%%EOF\n`);
}

/** The newest definition of the object whose dictionary holds `needle`: its number and its text. */
export function objectWith(
  pdf: Uint8Array,
  needle: string | RegExp,
): { number: number; value: string } {
  const all = [...text(pdf).matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
  const found = all.filter((one) => one[2]!.match(needle)).at(-1);
  if (!found) throw new Error(`No object holds ${needle}.`);
  return { number: Number(found[1]), value: found[2]! };
}

export function rootOf(pdf: Uint8Array): number {
  return Number(/\/Root (\d+) 0 R/.exec(text(pdf))?.[1]);
}

export function sizeOf(pdf: Uint8Array): number {
  return Number([...text(pdf).matchAll(/\/Size (\d+)/g)].at(-1)?.[1]);
}
