import type { Agreement } from "../../api/agreement.ts";
import type { View } from "./use-view.ts";

/** The props of the parts of the review page. */
export type ReviewProps = {
  agreement: Agreement;
  view: View;
  look: (change: Partial<View>) => void;
};
