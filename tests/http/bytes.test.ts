import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { draft, newAgreement } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
const folder = freshFolder();

beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
});
afterAll(async () => {
  folder.remove();
  await office.close();
});

type Fault = { pointer?: string; line?: number; column?: number; offset?: number; detail: string };
type Problem = { type: string; status: number; detail: string; errors?: Fault[] };

/** A new text in these bytes, said to be of this type. */
async function put(id: string, bytes: Uint8Array, type = "text/markdown", language = "ru") {
  const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
  return office.app.request(`/api/v1/agreements/${id}/texts/${language}`, {
    method: "PUT",
    headers: {
      Authorization: `Bearer ${officer.key}`,
      "Content-Type": type,
      "If-Match": `"${version}"`,
    },
    body: bytes as BodyInit,
  });
}

async function stored(id: string): Promise<string> {
  return (await officer.send("GET", `/agreements/${id}/texts/ru`)).text();
}

const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const inRussian = { languages: ["ru"], title: { ru: "Меморандум" } };

/** Cyrillic in the code page of Windows, which is one byte a letter. */
const cp1251 = (text: string) =>
  Uint8Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });

describe("a text whose bytes are not of its charset", () => {
  test.each([
    ["a byte of Latin-1", "# Sum\n\n## One\n\nSum: \xff5 000", { line: 5, column: 6, offset: 20 }],
    ["a character that is cut short", "# \xd0\xbe\n\n## \xd0", { line: 3, column: 4, offset: 9 }],
    ["a surrogate in UTF-8", "# A\n\n## B\n\n\xed\xa0\x80", { line: 5, column: 1, offset: 11 }],
    ["an overlong character", "# A\n\n## B\n\n\xc0\xaf", { line: 5, column: 1, offset: 11 }],
    ["UTF-16 with its mark", "\xff\xfe#\x00 \x00A\x00", { line: 1, column: 1, offset: 0 }],
  ])(
    "%s is refused with its line, column and byte, and nothing is stored",
    async (_, text, place) => {
      const id = await draft(office, inRussian);
      const before = await stored(id);
      const answer = await put(id, latin1(text));
      const problem = (await answer.json()) as Problem;
      expect([answer.status, codeOf(problem)]).toEqual([400, "undecodable-text"]);
      expect(problem.errors?.[0]).toMatchObject(place);
      expect(await stored(id)).toBe(before);
    },
  );

  test("U+FFFD, which is what is left of such bytes, is refused in texts, titles, names and notes", async () => {
    const id = await draft(office, inRussian);
    const text = await put(id, new TextEncoder().encode("# Т\n\n## Один\n\nСумма: \ufffd5 000"));
    expect(text.status).toBe(422);
    expect(((await text.json()) as Problem).errors?.[0]).toMatchObject({ line: 5, column: 8 });
    const title = await officer.send(
      "PATCH",
      `/agreements/${id}`,
      '{"title": {"ru": "Мемо\\ufffdрандум"}}',
      { "If-Match": '"1"' },
    );
    expect(title.status).toBe(422);
    const [fault] = ((await title.json()) as Problem).errors ?? [];
    expect(fault).toMatchObject({ pointer: "/title/ru", line: 1, column: 18 });
    const half = await officer.send(
      "POST",
      `/agreements/${id}/withdrawal`,
      '{"reason": "a\\ud800b"}',
    );
    expect([half.status, ((await half.json()) as Problem).errors?.[0]?.pointer]).toEqual([
      422,
      "/reason",
    ]);
  });
});

test("U+0000, which the database cannot hold, is refused wherever it comes in, with its place", async () => {
  const wanted = { ...newAgreement(), template: "a\0b" };
  const body = await officer.send("POST", "/agreements", wanted);
  const problem = (await body.json()) as Problem;
  const title = codeOf(problem);
  const { errors } = problem;
  expect([body.status, title, errors?.[0]?.pointer]).toEqual([422, "invalid-text", "/template"]);
  const half = { template: "\0", languages: ["en"] };
  expect((await officer.send("POST", "/previews", half)).status).toBe(422);
  for (const [method, path, pointer] of [
    ["DELETE", "/filters/a%00", "/"],
    ["GET", "/templates/%00/versions", "/"],
    ["GET", "/agreements?q=a%00", "/q"],
    ["GET", "/register?cursor=%00", "/cursor"],
  ] as const) {
    const answer = await officer.send(method, path);
    const problem = (await answer.json()) as Problem;
    expect([path, answer.status, codeOf(problem)]).toEqual([path, 400, "malformed-request"]);
    expect(problem.errors?.[0]?.pointer).toBe(pointer);
  }
});

describe("a text in a charset that is named", () => {
  test("windows-1251 is read as what it is", async () => {
    const id = await draft(office, inRussian);
    const text = "# Меморандум\n\n## Предмет\n\nСтороны договорились.";
    const answer = await put(id, cp1251(text), 'text/markdown; charset="Windows-1251"');
    expect(answer.status).toBe(200);
    expect(await stored(id)).toBe(text);
  });

  test("a byte that windows-1251 does not define is refused", async () => {
    const id = await draft(office, inRussian);
    const bytes = Uint8Array.from([...cp1251("# Меморандум\n\n## Предмет\n\nа"), 0x98]);
    expect([400, 422]).toContain(
      (await put(id, bytes, "text/markdown; charset=windows-1251")).status,
    );
  });

  test.each(["utf-7", "klingon", "hz-gb-2312", "replacement"])(
    "%s, which cannot be read strictly, is refused by its name",
    async (charset) => {
      const id = await draft(office, inRussian);
      const answer = await put(
        id,
        latin1("# A\n\n## B\n\nC."),
        `text/markdown; charset=${charset}`,
      );
      const problem = (await answer.json()) as Problem;
      expect([answer.status, codeOf(problem)]).toEqual([415, "unsupported-charset"]);
      expect(problem.detail).toContain(charset);
    },
  );

  test.each(["charset=utf-8; charset=windows-1251", 'charset=windows-1251; q=1; Charset="UTF-8"'])(
    "two charsets are refused, whichever comes first: %s",
    async (parameters) => {
      const id = await draft(office, inRussian);
      const answer = await put(id, latin1("# A\n\n## B\n\nC."), `text/markdown; ${parameters}`);
      const problem = (await answer.json()) as Problem;
      expect([answer.status, codeOf(problem)]).toEqual([415, "unsupported-charset"]);
    },
  );

  test.each(['q=";charset=utf-16"', 'charset="utf\\-8"', "charset=UTF8;charset=utf-8"])(
    "%s names no other charset than UTF-8",
    async (parameters) => {
      const id = await draft(office, { languages: ["ru"], title: { ru: "А" } });
      const bytes = new TextEncoder().encode("# А\n\n## Б\n\nВ.");
      expect((await put(id, bytes, `text/markdown; ${parameters}`)).status).toBe(200);
    },
  );

  test("a byte order mark is left out, and contradicts any charset but UTF-8", async () => {
    const id = await draft(office, inRussian);
    const text = "# Меморандум\n\n## Предмет\n\nСтороны.";
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]);
    expect((await put(id, marked)).status).toBe(200);
    expect(await stored(id)).toBe(text);
    expect((await put(id, marked, "text/markdown; charset=windows-1251")).status).toBe(400);
  });

  test("JSON is UTF-8 whatever is said, and may begin with a mark", async () => {
    const send = (body: string | Uint8Array, type: string) =>
      office.app.request("/api/v1/session", {
        method: "POST",
        headers: { "Content-Type": type },
        body: body as BodyInit,
      });
    const [named, utf16, marked] = [
      await send('{"key": "x"}', 'application/json ; Charset="UTF-8"'),
      await send('{"key": "x"}', "application/json; charset=utf-16"),
      await send('\ufeff{"key": "x"}', "application/json"),
    ];
    expect([named.status, utf16.status, marked.status]).toEqual([401, 415, 401]);
  });
});

describe("an address that is not percent-encoded UTF-8", () => {
  test.each(["/register?q=%CC%E5%EC%EE", "/register?q=%", "/register?%FF=1", "/register/%E0%A4%A"])(
    "%s is refused",
    async (path) => {
      const answer = await office.anyone.send("GET", path);
      expect([answer.status, codeOf(await answer.json())]).toEqual([400, "undecodable-text"]);
    },
  );
});

describe("at the command line", () => {
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, [
      join(import.meta.dirname, "../../src/cli.ts"),
      ...words,
    ]).then(
      () => ({ code: 0, stderr: "" }),
      ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
    );
  const yaml =
    "reference: A/1\ntitle: { en: Memorandum }\nlanguages: [en]\nparties: [{ code: KZ }, { code: AE }]\nlayout: sequential\n";

  test.each([
    ["en.md", "# A\n\n## B\n\nSum: \xff5 000", "en.md:5:6"],
    ["agreement.yaml", `${yaml}# caf\xe9\n`, "agreement.yaml:6:6"],
  ])("a source whose %s is not UTF-8 is not typeset", async (file, text, place) => {
    const source = join(folder.path, file);
    await mkdir(source, { recursive: true });
    await writeFile(join(source, "agreement.yaml"), yaml);
    await writeFile(join(source, "en.md"), "# A\n\n## B\n\nC.");
    await writeFile(join(source, file), latin1(text));
    const { code, stderr } = await run("render", source, "--out", join(source, "out.pdf"));
    expect([code, stderr]).toEqual([1, expect.stringContaining(place)]);
  });
});
