import type { Agreement } from "../../api/agreement.ts";
import type { View } from "./use-view.ts";

/** What the parts of the review page are given. */
export type Given = { agreement: Agreement; view: View; look: (change: Partial<View>) => void };
