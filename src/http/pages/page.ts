import { html } from "hono/html";
import type { Api } from "../api/api.ts";

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 Georgia, "Times New Roman", serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline;
    justify-content: space-between; border-bottom: 1px solid; padding-bottom: .75rem; }
  h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin-top: 2rem; }
  a { color: LinkText; } .quiet { opacity: .75; }
  .table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0;
    border-bottom: 1px solid color-mix(in srgb, CanvasText 20%, transparent); }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-block: 1.25rem;
    max-width: 34rem; }
  label { flex: 1 1 14rem; } input, button { font: inherit; padding: .5rem .7rem; min-height: 2.75rem;
    box-sizing: border-box; }
  input { width: 100%; }
  code { overflow-wrap: anywhere; } .letter { white-space: pre-wrap; font: inherit; }`;

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="13"
  fill="none" stroke="#7a1f1f" stroke-width="3"/><path d="M10 21V11h6a5 5 0 0 1 0 10z" fill="none"
  stroke="#7a1f1f" stroke-width="2.5"/></svg>`;

/** Serves the pages' style and icon as files, because the policy allows no inline style. */
export function pageStyle(app: Api): void {
  app.get("/style.css", (c) =>
    c.body(style, 200, {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    }),
  );
  app.get("/icon.svg", (c) => c.body(icon, 200, { "Content-Type": "image/svg+xml" }));
}

/** A plain page. The caller escapes `content`. */
export function page(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Depositary</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>${content}</body>
</html>`;
}
