import { type ActFormSpec, form, given, text } from "./form.ts";

const which = { name: "notification", kind: "notification" } as const;
const why = { name: "reason", kind: "words" } as const;

/** Forms of acts on depositary notifications. */
export const ofNotifications: ActFormSpec[] = [
  form("acknowledge-notification", {
    fields: [which, { name: "party", kind: "party" }, { name: "on", kind: "day", optional: true }],
    body: (values) => ({
      notification: text(values, "notification"),
      party: text(values, "party"),
      ...given(values, "on"),
    }),
    depends: true,
  }),
  form("reissue-notification", {
    fields: [which, why],
    body: (values) => ({
      notification: text(values, "notification"),
      reason: text(values, "reason"),
    }),
    depends: true,
  }),
  form("cancel-notification", {
    fields: [which, why],
    body: (values) => ({
      notification: text(values, "notification"),
      reason: text(values, "reason"),
    }),
    depends: true,
  }),
];
