import { describe, expect, test } from "vitest";
import { Broken } from "#src/pdf/revisions/broken.ts";
import { structureFaults } from "./structure-faults.ts";

type Parts = {
  header: string;
  /** What stands between the number of each object and the next one's, by object. */
  objects: string[];
  /** Between `xref` and the first row. */
  head: string;
  trailer: string;
  end: string;
};

const stream = (dictionary: string, body: string) => `<< ${dictionary} >>\nstream\n${body}`;

const sound: Parts = {
  header: "%PDF-1.7\n%\x81\x81\x81\x81\n",
  objects: [
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Lang (en) >>\nendobj\n",
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 4 0 R >>\nendobj\n",
    `4 0 obj\n${stream("/Length 3", "q Q\nendstream")}\nendobj\n`,
    "5 0 obj\n[<FEFF 0041> (\\(text\\)) /Name 2147483647 -0.5 null]\nendobj\n",
  ],
  head: "\n0 6\n",
  trailer: "trailer\n<< /Size 6 /Root 1 0 R /ID [<AA> <AA>] >>\n",
  end: "%%EOF\n",
};

function build({ header, objects, head, trailer, end }: Parts, before = ""): Uint8Array {
  let out = before + header;
  let rows = /^\s*0\s/.test(head) ? "0000000000 65535 f \n" : "";
  for (const object of objects) {
    const offset = out.length + /^\s*/.exec(object)![0].length;
    rows += `${String(offset).padStart(10, "0")} 00000 n \n`;
    out += object;
  }
  const table = out.length;
  const all = `${out}xref${head}${rows}${trailer}startxref\n${table}\n${end}`;
  return new Uint8Array(Buffer.from(all, "latin1"));
}

/** Appends a revision that writes the fifth object again. */
function extended(base: Uint8Array, change: Partial<Parts> & { gap?: string } = {}): Uint8Array {
  const text = Buffer.from(base).toString("latin1");
  const last = /startxref\n(\d+)/.exec(text)![1];
  return build(
    {
      header: change.gap ?? "",
      objects: change.objects ?? ["5 0 obj\n(new)\nendobj\n"],
      head: change.head ?? "\n5 1\n",
      trailer:
        change.trailer ?? `trailer\n<< /Size 6 /Root 1 0 R /ID [<AA> <BB>] /Prev ${last} >>\n`,
      end: change.end ?? "%%EOF\n",
    },
    text,
  );
}

/** The clauses that a file breaks; "unreadable" where our reader refuses it before any rule is asked. */
function broken(pdf: Uint8Array): string[] {
  try {
    return [...new Set(structureFaults(pdf).map(({ clause }) => clause))];
  } catch (error) {
    if (error instanceof Broken) return ["unreadable"];
    throw error;
  }
}

const withObject = (number: number, body: string): Partial<Parts> => ({
  objects: sound.objects.map((object, i) =>
    i === number - 1 ? `${number} 0 obj\n${body}\nendobj\n` : object,
  ),
});
const replaced = (number: number, from: string, to: string): Partial<Parts> => ({
  objects: sound.objects.map((object, i) => (i === number - 1 ? object.replace(from, to) : object)),
});
const changed = (change: Partial<Parts>) => build({ ...sound, ...change });

describe("a file that is built as PDF/A asks breaks no rule", () => {
  test.each([
    ["as we write it", build(sound)],
    ["without an end of line after %%EOF", changed({ end: "%%EOF" })],
    ["with CR LF for line ends", changed({ header: "%PDF-1.7\r\n%\x81\x81\x81\x81\r\n" })],
    ["with a second revision", extended(build(sound))],
    [
      "with a second revision that brings the line end which the first lacks",
      extended(changed({ end: "%%EOF" }), { gap: "\r\n" }),
    ],
  ])("%s", (_, pdf) => expect(broken(pdf)).toEqual([]));
});

describe("a file is no PDF/A", () => {
  test.each<[string, string, Uint8Array]>([
    ["whose version is 2.0", "6.1.2", changed({ header: "%PDF-2.0\n%\x81\x81\x81\x81\n" })],
    ["whose version line goes on", "6.1.2", changed({ header: "%PDF-1.7 \n%\x81\x81\x81\x81\n" })],
    ["whose second line is plain text", "6.1.2", changed({ header: "%PDF-1.7\n%text\n" })],
    ["that has no second line", "6.1.2", changed({ header: "%PDF-1.7\n" })],
    [
      "whose second line comes late",
      "6.1.2",
      changed({ header: "%PDF-1.7\n\n%\x81\x81\x81\x81\n" }),
    ],
    [
      "without a file identifier",
      "6.1.3",
      changed({ trailer: "trailer\n<< /Size 6 /Root 1 0 R >>\n" }),
    ],
    [
      "whose file identifier is empty",
      "6.1.3",
      changed({ trailer: "trailer\n<< /Size 6 /Root 1 0 R /ID [<> <>] >>\n" }),
    ],
    [
      "that is encrypted",
      "unreadable",
      changed({ trailer: "trailer\n<< /Size 6 /Root 1 0 R /ID [<AA> <AA>] /Encrypt 5 0 R >>\n" }),
    ],
    ["with two line ends after %%EOF", "unreadable", changed({ end: "%%EOF\n\n" })],
    ["with text after %%EOF", "unreadable", changed({ end: "%%EOF\nmore" })],
    ["whose %%EOF does not begin a line", "6.1.3", changed({ end: " %%EOF\n" })],
    ["whose xref stands on one line with its first numbers", "6.1.4", changed({ head: " 0 6\n" })],
    ["with an empty line after xref", "6.1.4", changed({ head: "\n\n0 6\n" })],
    ["with two spaces in the head of a subsection", "6.1.4", changed({ head: "\n0  6\n" })],
    ["with a tab in the head of a subsection", "6.1.4", changed({ head: "\n0\t6\n" })],
    ["with an odd hexadecimal string", "6.1.6", changed(replaced(5, "<FEFF 0041>", "<FEF>"))],
    [
      "with a hexadecimal string of other letters",
      "unreadable",
      changed(replaced(5, "FEFF", "FEXF")),
    ],
    ["whose stream ends without a line end", "6.1.7.1", changed(replaced(4, "Q\nend", "Qend"))],
    [
      "whose stream says a shorter length",
      "unreadable",
      changed(replaced(4, "/Length 3", "/Length 2")),
    ],
    ["whose stream counts its line end", "6.1.7.1", changed(replaced(4, "/Length 3", "/Length 4"))],
    [
      "whose stream begins after CR alone",
      "unreadable",
      changed(replaced(4, "stream\n", "stream\r")),
    ],
    [
      "whose stream lies in another file",
      "6.1.7.1",
      changed(replaced(4, "/Length", "/F (x) /Length")),
    ],
    [
      "with a filter for a stream elsewhere",
      "6.1.7.1",
      changed(replaced(4, "/Length", "/FFilter /FlateDecode /Length")),
    ],
    ["with LZW", "6.1.7.2", changed(replaced(4, "/Length", "/Filter /LZWDecode /Length"))],
    [
      "with LZW among other filters",
      "6.1.7.2",
      changed(replaced(4, "/Length", "/Filter [/FlateDecode /LZWDecode] /Length")),
    ],
    ["with Crypt", "6.1.7.2", changed(replaced(4, "/Length", "/Filter [/Crypt] /Length"))],
    [
      "with a filter of its own",
      "6.1.7.2",
      changed(replaced(4, "/Length", "/Filter /Own /Length")),
    ],
    ["with a name that is not UTF-8", "6.1.8", changed(replaced(5, "/Name", "/Na#ffme"))],
    ["with a key that is not UTF-8", "6.1.8", changed(replaced(2, "/Count", "/#C0 0 /Count"))],
    ["whose object begins within a line", "6.1.9", changed(replaced(3, "3 0", " 3 0"))],
    ["with two spaces before obj", "6.1.9", changed(replaced(3, "3 0 obj", "3 0  obj"))],
    ["with two spaces before the generation", "6.1.9", changed(replaced(3, "3 0 obj", "3  0 obj"))],
    ["whose object stands on the line of obj", "6.1.9", changed(replaced(3, "obj\n<<", "obj <<"))],
    [
      "whose endobj stands on the line of the object",
      "6.1.9",
      changed(replaced(3, ">>\nend", ">> end")),
    ],
    [
      "whose next object stands on the line of endobj",
      "6.1.9",
      changed(replaced(3, "endobj\n", "endobj ")),
    ],
    [
      "with other permissions",
      "6.1.12",
      changed(replaced(1, "/Lang", "/Perms << /Own 5 0 R >> /Lang")),
    ],
    ["with an integer of 32 bits", "6.1.13", changed(replaced(5, "2147483647", "2147483648"))],
    [
      "with a negative integer of 33 bits",
      "6.1.13",
      changed(replaced(5, "2147483647", "-2147483649")),
    ],
    ["with a tiny real number", "6.1.13", changed(replaced(5, "-0.5", `.${"0".repeat(38)}1`))],
    ["with a string of 32 768 bytes", "6.1.13", changed(withObject(5, `(${"a".repeat(32_768)})`))],
    [
      "with a hexadecimal string of 32 768 bytes",
      "6.1.13",
      changed(withObject(5, `<${"00".repeat(32_768)}>`)),
    ],
    ["with a name of 128 bytes", "6.1.13", changed(withObject(5, `/${"a".repeat(128)}`))],
    ["with a page of 2 units", "6.1.13", changed(replaced(3, "595.28", "2"))],
    ["with a page of 14 401 units", "6.1.13", changed(replaced(3, "841.89", "14401"))],
  ])("%s (%s)", (_, clause, pdf) => expect(broken(pdf)).toEqual([clause]));

  test.each<[string, string, Uint8Array]>([
    ["begins on the line of the %%EOF before it", "6.1.9", extended(changed({ end: "%%EOF" }))],
    [
      "has no file identifier",
      "6.1.3",
      extended(build(sound), {
        trailer: `trailer\n<< /Size 6 /Root 1 0 R /Prev ${tableOf(build(sound))} >>\n`,
      }),
    ],
    [
      "is of another file",
      "6.1.3",
      extended(build(sound), {
        trailer: `trailer\n<< /Size 6 /Root 1 0 R /ID [<BB> <BB>] /Prev ${tableOf(build(sound))} >>\n`,
      }),
    ],
    ["has LZW", "6.1.7.2", extended(build(sound), withLzw())],
    ["has an xref on one line", "6.1.4", extended(build(sound), { head: " 5 1\n" })],
  ])("whose second revision %s (%s)", (_, clause, pdf) => {
    expect(structureFaults(pdf).map(({ revision }) => revision)).toEqual([1]);
    expect(broken(pdf)).toEqual([clause]);
  });
});

function tableOf(pdf: Uint8Array): string {
  return /startxref\n(\d+)/.exec(Buffer.from(pdf).toString("latin1"))![1]!;
}

function withLzw(): Partial<Parts> {
  return {
    objects: [`5 0 obj\n${stream("/Filter /LZWDecode /Length 1", "a\nendstream")}\nendobj\n`],
  };
}
