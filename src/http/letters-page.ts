import { html } from "hono/html";
import { listLetters } from "#src/mail/list-letters.ts";
import type { Api } from "./api.ts";
import { page } from "./page.ts";

/** On demo data: the letters that would have been sent, newest first. */
export function lettersPage(app: Api, dataDir: string): void {
  app.get("/letters", async (c) => {
    const letters = await listLetters(dataDir);
    return c.html(
      page(
        "Letters",
        html`<header><h1>Letters</h1><nav><a href="/">Register</a></nav></header>
          <main>${
            letters.length === 0
              ? html`<p>No letter has been written yet.</p>`
              : letters.map(
                  ({ to, subject, text, date }) => html`<article>
                    <h2 dir="auto">${subject}</h2>
                    <p class="quiet">${date} · ${to}</p>
                    <pre dir="auto" class="letter">${text}</pre>
                  </article>`,
                )
          }</main>`,
      ),
    );
  });
}
