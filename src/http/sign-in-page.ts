import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import { requestCode } from "#src/accounts/request-code.ts";
import { type SignIn, signIn } from "#src/accounts/sign-in.ts";
import { siteOf } from "#src/accounts/site.ts";
import { Refusal } from "#src/errors.ts";
import { limit } from "#src/limits.ts";
import { email } from "./account-schemas.ts";
import { addressOf, deviceOf } from "./address.ts";
import type { Api, Call } from "./api.ts";
import { refuseCrossSite } from "./identify.ts";
import { page } from "./page.ts";
import { setSession } from "./session-cookie.ts";

/** Signing in on the plain page: by a code or link from a letter, or with an API key. */
export function signInPage(app: Api): void {
  app.get("/sign-in", (c) => {
    const { id, token } = c.req.query();
    // Programs that look into letters follow links: only the button uses the link up.
    if (id && token) return c.html(page("Sign in", linkForm(id, token)));
    return c.html(page("Sign in", firstForm(null)));
  });
  app.use("/sign-in/*", refuseCrossSite, bodyLimit({ maxSize: 4096 }));
  app.post("/sign-in/codes", async (c) => {
    const given = email.safeParse((await c.req.parseBody()).email);
    if (!given.success) return c.html(page("Sign in", firstForm("This is no address.")), 400);
    return answer(c, async () => {
      const { limits } = c.get("ctx");
      await limit(limits, "attempts", addressOf(c));
      await limit(limits, "codes", given.data.toLowerCase());
      const { id } = await requestCode(c.get("ctx"), given.data);
      return c.html(page("Sign in", codeForm(id, null)));
    });
  });
  app.post("/sign-in", refuseCrossSite, bodyLimit({ maxSize: 4096 }), async (c) => {
    const body = await c.req.parseBody();
    const field = (name: string) => String(body[name] ?? "").trim();
    const given = readForm(field);
    return answer(c, async () => {
      await limit(c.get("ctx").limits, "attempts", addressOf(c));
      const site = () => siteOf(c.get("ctx").publicUrl, c.req.url);
      const { token } = await signIn(c.get("ctx"), given, { device: deviceOf(c), site });
      setSession(c, token);
      return c.redirect("/", 303);
    });
  });
}

function readForm(field: (name: string) => string): SignIn {
  const id = /^[0-9a-f-]{36}$/.test(field("id")) ? field("id") : crypto.randomUUID();
  if (field("token")) return { link: { id, token: field("token") } };
  if (field("code")) return { code: { id, code: field("code") } };
  return { key: field("key") };
}

async function answer(c: Call, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = error.code === "too-many-requests" ? 429 : 401;
    return c.html(page("Sign in", firstForm(error.message)), status);
  }
}

const head = html`<header><h1>Depositary</h1><nav><a href="/">Register</a></nav></header>`;

function firstForm(refusal: string | null) {
  return html`${head}
    <main><h2>Sign in</h2>
      ${refusal ? html`<p role="alert">${refusal}</p>` : ""}
      <form method="post" action="/sign-in/codes">
        <label>Address of mail<br><input name="email" type="email" autocomplete="email" required></label>
        <button>Send a code</button>
      </form>
      <form method="post" action="/sign-in">
        <label>Or an API key<br><input name="key" type="password" autocomplete="off" required></label>
        <button>Sign in</button>
      </form>
      <p class="quiet">On embedded data the start of the service prints the demo people and their keys.</p>
    </main>`;
}

function codeForm(id: string, refusal: string | null) {
  return html`${head}
    <main><h2>Sign in</h2>
      ${refusal ? html`<p role="alert">${refusal}</p>` : ""}
      <p>If somebody here has this address, a letter with a code is on its way.</p>
      <form method="post" action="/sign-in">
        <input type="hidden" name="id" value="${id}">
        <label>Code<br><input name="code" inputmode="numeric" autocomplete="one-time-code" required></label>
        <button>Sign in</button>
      </form>
    </main>`;
}

function linkForm(id: string, token: string) {
  return html`${head}
    <main><h2>Sign in</h2>
      <form method="post" action="/sign-in">
        <input type="hidden" name="id" value="${id}">
        <input type="hidden" name="token" value="${token}">
        <button>Sign in on this device</button>
      </form>
    </main>`;
}
