export { directionOf } from "#src/text/isolate.ts";
