import { html } from "hono/html";
import { type AgreementRow, listAgreements } from "#src/agreements/find.ts";
import { readRegister } from "#src/archive/register.ts";
import { everybody } from "#src/asker.ts";
import { type Person, worded } from "#src/people/person.ts";
import type { Api } from "./api.ts";
import { identify } from "./identify.ts";
import { page } from "./page.ts";

/** The plain first page: the public register, and for those signed in the agreements they see. */
export function frontPage(app: Api): void {
  app.get("/", identify, async (c) => {
    const { db, as } = c.get("ctx");
    const person = c.get("person");
    const published = await readRegister(as(everybody), { limit: 200 });
    const own = person ? await listAgreements(db, person, {}, { cursor: null, limit: 200 }) : [];
    const sealed = new Set(published.map(({ id }) => id));
    return c.html(
      page(
        "Agreements",
        html`${header(person)}
          <main>
            ${person ? ownTable(own, sealed) : ""}
            <h2>Public register</h2>
            ${
              published.length === 0
                ? html`<p>No agreement has been published yet.</p>`
                : html`<div class="table"><table>
                    <thead><tr><th>Reference</th><th>Title</th><th>Parties</th><th>Published</th><th>Sealed PDF</th></tr></thead>
                    <tbody>${published.map(
                      (entry) => html`<tr>
                        <td>${entry.reference}</td>
                        <td>${titles(entry.title, entry.languages)}</td>
                        <td>${entry.parties.map(({ names }) => worded(names, "en")).join("; ")}</td>
                        <td>${entry.published_at.toISOString().slice(0, 10)}</td>
                        <td><a href="/api/v1/register/${entry.id}/pdf">PDF</a>${
                          entry.trusted
                            ? ""
                            : html` <span class="quiet">(not a trusted seal)</span>`
                        }</td>
                      </tr>`,
                    )}</tbody></table></div>`
            }
          </main>`,
      ),
    );
  });
}

function header(person: Person | null) {
  return html`<header>
    <h1>Depositary</h1>
    <nav>${
      person
        ? html`${worded(person.names, "en")}${person.party ? ` · ${person.party}` : ""} ·
            <a href="/sign-in">another person</a>`
        : html`<a href="/sign-in">Sign in</a>`
    } · <a href="/docs">API</a></nav>
  </header>`;
}

function ownTable(rows: AgreementRow[], published: Set<string>) {
  if (rows.length === 0) return html`<h2>Your agreements</h2><p>Nothing waits for you yet.</p>`;
  return html`<h2>Your agreements</h2>
    <div class="table"><table>
      <thead><tr><th>Reference</th><th>Title</th><th>Stage</th><th>Sealed PDF</th></tr></thead>
      <tbody>${rows.map(
        (row) => html`<tr>
          <td>${row.reference}</td>
          <td>${titles(row.title, row.languages)}</td>
          <td>${row.stage_name}</td>
          <td>${
            row.stage_name === "publish"
              ? html`<a href="/api/v1/agreements/${row.id}/pdf?kind=sealed">PDF</a>${
                  published.has(row.id) ? "" : html` <span class="quiet">(not yet public)</span>`
                }`
              : "–"
          }</td>
        </tr>`,
      )}</tbody></table></div>`;
}

function titles(title: Record<string, string>, languages: string[]) {
  return languages.map(
    (language) => html`<div lang="${language}" dir="auto">${title[language] ?? ""}</div>`,
  );
}
