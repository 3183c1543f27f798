import { describe, expect, test } from "vitest";
import { files, importsOf } from "./imports.ts";

/** Places that several pages use. The root (`routes.tsx`, `agreement-page.tsx`, …) combines pages and is not among them. */
const shared = [
  "api",
  "shell",
  "words",
  "text",
  "pdf",
  "acts",
  "checks",
  "comments",
  "parties",
  "terms",
  "word",
];

const inside = (file: string) => file.startsWith("src/web/");

/** The room of a file of the app: `pages/review`, `comments`; "" for a file at the root. */
function webRoomOf(file: string): string {
  const [first = "", second = "", ...rest] = file.slice("src/web/".length).split("/");
  if (first === "pages" && rest.length > 0) return `${first}/${second}`;
  return second === "" ? "" : first;
}

const rooms = files.filter(inside).filter((file) => webRoomOf(file) !== "");

describe("rooms of the web app import the shared places and never each other", () => {
  test.each(rooms)("%s", (file) => {
    const allowed = [...shared, webRoomOf(file)];
    const to = importsOf(file).filter(inside).map(webRoomOf);
    expect(to.filter((room) => !allowed.includes(room))).toEqual([]);
  });

  test("every folder is a shared place, a page's room, or what Vite serves as it is", () => {
    const places = new Set(files.filter(inside).map((file) => webRoomOf(file).split("/")[0]));
    expect([...places].sort()).toEqual(["", ...shared, "pages"].sort());
  });
});
