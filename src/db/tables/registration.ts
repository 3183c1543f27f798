/** What was sent to the Secretariat of the United Nations, and what it registered. Days are `YYYY-MM-DD`. */
export type RegistrationTables = {
  un_submissions: {
    agreement: string;
    /** 0 for the treaty itself, else the entry of the evidence that changed it. */
    action: number;
    /** The entry of the evidence that records the sending. */
    seq: number;
    route: "registration" | "filing";
    basis: "in-force" | "provisional";
    /** The party that sent it; null for the depositary. */
    sent_by: string | null;
    on_day: string;
    reason: string;
    person: string;
    at: Date;
  };
  un_registrations: {
    agreement: string;
    action: number;
    number: string;
    on_day: string | null;
    volume: string;
    /** sha-256 of the attached certificate. */
    certificate: string | null;
    person: string;
    at: Date;
  };
};
