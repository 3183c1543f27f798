import * as z from "./parts.ts";

// The Worker's zod (`alias` in wrangler.toml): all of it but the sentences of forty languages, which nobody asks for
// there and which would be a tenth of the bundle.
export * from "./parts.ts";
export { z, z as default };
