import { afterAll, beforeAll, expect, test } from "vitest";
import { maxAtOnce, maxPerClient } from "#src/http/api/admit-verification.ts";
import { countRequests } from "#src/limits/count.ts";
import { rates } from "#src/limits/rates.ts";
import { type Office, openOffice } from "#tests/support/office.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** A file that is sent for verification and not yet whole; `end` sends the rest. `read`: the service reads it. */
function sends(cookie: string | null) {
  let end = () => {};
  const { promise: read, resolve: isRead } = Promise.withResolvers<void>();
  let wasRead = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode("%PDF-1.7\n"));
      end = () => controller.close();
    },
    pull: () => {
      wasRead = true;
      isRead();
    },
  });
  const headers = { "Content-Type": "application/pdf", ...(cookie && { Cookie: cookie }) };
  const init = { method: "POST", headers, body, duplex: "half" };
  const answer = Promise.resolve(office.app.request("/api/v1/verifications", init as RequestInit));
  return { answer, end, read, wasRead: () => wasRead };
}

const outcome = async (answer: Promise<Response>) => {
  const { status, headers } = await answer;
  return [status, headers.get("Retry-After")];
};

test("a flood of files is refused before it is read, with a time to come again, and others get through", async () => {
  const officer = office.as("legal-officer").cookie;
  const flood = Array.from({ length: maxPerClient }, () => sends(officer));
  await Promise.all(flood.map(({ read }) => read));
  const refused = sends(officer);
  expect([await outcome(refused.answer), refused.wasRead()]).toEqual([[503, "5"], false]);
  const others = Array.from({ length: maxAtOnce - maxPerClient }, () => sends(null));
  await Promise.all(others.map(({ read }) => read));
  const archivist = office.as("archivist").cookie;
  expect(await outcome(sends(archivist).answer)).toEqual([503, "5"]);
  for (const { end } of [...flood, ...others]) end();
  const answers = await Promise.all([...flood, ...others].map(({ answer }) => outcome(answer)));
  expect(answers).toEqual(Array.from({ length: maxAtOnce }, () => [200, null]));
  const again = sends(archivist);
  again.end();
  expect(await outcome(again.answer)).toEqual([200, null]);
});

test("a person has so many verifications a minute, as a stranger's network has", async () => {
  office.ctx.limits = countRequests(null);
  const { cookie, person } = office.as("secretariat");
  for (let nth = 0; nth < rates.verifications.times; nth++) {
    await office.ctx.limits.take("verifications", `person ${person.id}`);
  }
  const one = sends(cookie);
  one.end();
  const [status, wait] = await outcome(one.answer);
  expect([status, Number(wait) > 0]).toEqual([429, true]);
});
