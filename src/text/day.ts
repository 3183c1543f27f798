import { z } from "zod";

/** A civil date, `2027-02-28`: of the calendar, in the years 1 to 9999, which are those that PostgreSQL writes alike. */
export const day = z.iso.date().refine((date) => !date.startsWith("0000"), "has no year 0000");
