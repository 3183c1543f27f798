import type { Api } from "./api.ts";

/** The contract, as OpenAPI 3.1, made from the routes themselves. */
export function contract(app: Api) {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Depositary",
      version: "1",
      description:
        "Keeps an international cooperation agreement from the first draft to the sealed PDF and after.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    security: [{ key: [] }, {}],
  });
}
