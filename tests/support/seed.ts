import fc from "fast-check";
import { giveKeysAgain } from "./private-keys.ts";

/** The short run tries the same cases each time; the long one looks for new ones. */
if (process.env.TEST_LENGTH !== "long") fc.configureGlobal({ seed: 20261123 });

giveKeysAgain();
