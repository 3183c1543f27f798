/** The lanes of the tests and their folders. A folder is in one lane; `npm test` runs all of them. */
export const lanes = {
  /** Functions alone: no database, no browser, no service. PDFs are judged by Poppler, qpdf and OpenSSL too. */
  unit: [
    "bench",
    "checks",
    "config",
    "house",
    "keys",
    "pdf",
    "people",
    "regular-expressions",
    "text",
    "workflows",
  ],
  /** The API and the jobs in the tests' process, on a real PostgreSQL, Redis and SMTP. */
  service: [
    ...[
      "accounts",
      "agreements",
      "archive",
      "ceremonies",
      "database",
      "desk",
      "evidence",
      "generate",
      "http",
    ],
    ...[
      "isolation",
      "jobs",
      "mail",
      "negotiation",
      "observe",
      "signatures",
      "support",
      "templates",
    ],
  ],
  /** The web app in a real browser, and what it is made of. */
  browser: ["web"],
  /** The service as processes of its own: started, killed, restored, on the edge. */
  e2e: ["e2e", "edge", "embedded", "faults"],
};

export type Lane = keyof typeof lanes;
