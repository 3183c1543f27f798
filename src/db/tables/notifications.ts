import type { NotificationContent } from "#workflows/notifications.ts";
import type { Json } from "../columns.ts";

/** A notification by its number: the office's prefix, the year, and the running number within it. */
export type NotificationNumber = { prefix: string; year: number; serial: number };

/** What the depositary tells all parties and those entitled to become parties (VCLT article 77(1)(e)). */
export type NotificationTables = {
  notification_numbers: { prefix: string; year: number; last: number };
  notifications: NotificationNumber & {
    agreement: string;
    /** The number of the text. */
    number: number;
    /** The evidence entry of the act that it communicates. */
    seq: number;
    heading: string;
    party: string | null;
    on_day: string;
    /** The day of circulation, in the instrument's zone. */
    circulated_on: string;
    content: Json<NotificationContent>;
    at: Date;
  };
  notification_changes: NotificationNumber & {
    edition: number;
    agreement: string;
    /** The evidence entry of the act that changed it. */
    seq: number;
    kind: "reissue" | "cancellation";
    reason: string;
    language: string;
    content: Json<NotificationContent>;
    person: string;
    on_day: string;
    at: Date;
  };
  notification_receipts: NotificationNumber & {
    party: string;
    received_on: string;
    person: string;
    at: Date;
  };
};
