import { html } from "hono/html";
import { findAgreement } from "#src/agreements/find.ts";
import { type AgreementView, viewAgreement } from "#src/agreements/view.ts";
import { Refusal } from "#src/errors.ts";
import { may } from "#src/people/may.ts";
import { type Person, worded } from "#src/people/person.ts";
import { problemLanguage } from "#src/text/problem-words.ts";
import type { Api } from "./api.ts";
import { identify } from "./identify.ts";
import { page } from "./page.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where the letters lead: one agreement in plain words, with its files. */
export function agreementPage(app: Api): void {
  app.get("/agreements/:id", identify, async (c) => {
    const person = c.get("person");
    if (!person) return c.redirect("/sign-in", 303);
    const { db, now } = c.get("ctx");
    const id = c.req.param("id");
    if (!uuid.test(id)) throw new Refusal("not-found", "There is no such agreement.");
    const view = await viewAgreement(db, await findAgreement(db, id, person), {
      person,
      at: now(),
    });
    return c.html(page(view.reference, content(view, person)));
  });
}

function content(view: AgreementView, person: Person) {
  const spoken = problemLanguage(person.language) ?? "en";
  return html`<header><h1>${view.reference}</h1><nav><a href="/">All agreements</a></nav></header>
    <main>
      ${view.languages.map(
        (language) => html`<h2 lang="${language}" dir="auto">${view.title[language] ?? ""}</h2>`,
      )}
      <p>Stage: <strong>${view.stage}</strong>, version ${view.version}, text ${view.textVersion}</p>
      <p>Digest of the text: <code>${view.digest}</code></p>
      <div class="table"><table>
        <thead><tr><th>Party</th><th>Signatory</th><th>Approved</th><th>Signed</th></tr></thead>
        <tbody>${view.parties.map(
          ({ names, signatory, approved, signed }) => html`<tr>
            <td>${worded(names, person.language)}</td>
            <td>${signatory ? worded(signatory.names, person.language) : "–"}</td>
            <td>${approved ? "yes" : "–"}</td><td>${signed?.slice(0, 10) ?? "–"}</td></tr>`,
        )}</tbody></table></div>
      <h2>Files</h2>
      <ul>${files(view, person).map(
        ([kind, label]) =>
          html`<li><a href="/api/v1/agreements/${view.id}/pdf?kind=${kind}">${label}</a></li>`,
      )}</ul>
      <h2>What you may do</h2>
      ${
        view.acts.length === 0
          ? html`<p>Nothing in this stage.</p>`
          : html`<ul>${view.acts.map(
              ({ act, allowed, blockedBy }) =>
                html`<li>${act}${
                  allowed
                    ? ""
                    : html`: <span class="quiet" lang="${spoken}" dir="auto">${blockedBy.map(({ detail }) => detail).join(" ")}</span>`
                }</li>`,
            )}</ul>`
      }
    </main>`;
}

function files({ original, sealed }: AgreementView, person: Person): [string, string][] {
  const all: [string, string][] = [];
  if (may(person, "see-unsealed")) {
    all.push(original ? ["original", "The original"] : ["draft", "The draft"]);
  }
  if (sealed) all.push(["sealed", "The sealed PDF"], ["evidence", "The evidence annex"]);
  return all;
}
