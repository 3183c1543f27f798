import { z } from "zod";

/** A calendar date, `2027-02-28`, in the years 1 to 9999, which PostgreSQL writes the same way. */
export const day = z.iso.date().refine((date) => !date.startsWith("0000"), "has no year 0000");
