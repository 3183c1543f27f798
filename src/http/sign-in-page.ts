import { bodyLimit } from "hono/body-limit";
import { setCookie } from "hono/cookie";
import { html } from "hono/html";
import { Refusal } from "#src/errors.ts";
import { startSession } from "#src/people/session.ts";
import type { Api } from "./api.ts";
import { refuseCrossSite, sessionCookie } from "./identify.ts";
import { page } from "./page.ts";

/** Signing in on the plain page, with the same API key that a program would use. */
export function signInPage(app: Api): void {
  app.get("/sign-in", (c) => c.html(page("Sign in", form(null))));
  app.post("/sign-in", refuseCrossSite, bodyLimit({ maxSize: 4096 }), async (c) => {
    const { key } = await c.req.parseBody();
    try {
      const { token } = await startSession(c.get("ctx"), String(key ?? "").trim());
      setCookie(c, sessionCookie, token, {
        httpOnly: true,
        sameSite: "Lax",
        path: "/",
        secure: c.get("ctx").overTls,
      });
      return c.redirect("/", 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.html(page("Sign in", form(error.message)), 401);
    }
  });
}

function form(refusal: string | null) {
  return html`<header><h1>Depositary</h1><nav><a href="/">Register</a></nav></header>
    <main><h2>Sign in</h2>
      ${refusal ? html`<p role="alert">${refusal}</p>` : ""}
      <form method="post" action="/sign-in">
        <label>API key<br><input name="key" type="password" autocomplete="off" required></label>
        <button>Sign in</button>
      </form>
      <p class="quiet">On embedded data the start of the service prints the demo people and their keys.</p>
    </main>`;
}
