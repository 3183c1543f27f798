export { directionOf } from "../../text/isolate.ts";
