import * as z from "./parts.ts";

// The Worker’s zod (`alias` in wrangler.toml): all of it but what nobody asks for there: the sentences of forty languages,
// compiled schemas and schemas from JSON. They would be an eighth of the bundle.
export * from "./parts.ts";
export { z, z as default };
