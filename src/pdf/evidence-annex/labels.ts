/** The words of the evidence annex. A language without a row prints the English ones. */
export type Labels = {
  title: string;
  /** What the annex is, in one paragraph. */
  about: string;
  /** Printed if the seal's authority is only for demonstration. */
  untrusted: string;
  reference: string;
  instrument: string;
  version: string;
  instrumentDigest: string;
  /** Followed by the code of the language. */
  textDigest: string;
  date: string;
  signatures: string;
  party: string;
  person: string;
  method: string;
  time: string;
  /** The day on which a party signed, in the instrument's zone. */
  day: string;
  events: string;
  number: string;
  act: string;
  actor: string;
  hash: string;
  /** Heading for the places of the acts in the evidence log. */
  logged: string;
  log: string;
  aboutLog: string;
  notInLog: string;
  seal: string;
  /** Beside the code that links to the register's verify page. */
  verify: string;
  aboutVerify: string;
  level: string;
  /** Whose clock it is: the server's alone, or a timestamp authority's too. */
  clock: string;
  ownClock(zone: string): string;
  stampedClock(zone: string): string;
  /** The signatory's office, and the authority for the signature. */
  capacity: string;
  authority: string;
  fullPowers(facts: { issuedBy: string; signedBy: string; on: string }): string;
  exOfficio(office: string): string;
  dispensed: string;
  notShown: string;
  offices: Record<Office, string>;
  signedAs: string;
  forms: Record<Form, string>;
  methods: {
    passkey: string;
    certificate(holder: string): string;
    code(reason: string): string;
    key(reason: string): string;
    account: string;
    "wet-ink"(scan: string): string;
  };
};

/** VCLT article 7(2). */
export type Office =
  | "head-of-state"
  | "head-of-government"
  | "foreign-minister"
  | "ambassador"
  | "delegate"
  | "head-of-body"
  | "executive-head";

/** VCLT articles 12 and 14. */
export type Form = "definitive" | "ad-referendum" | "subject-to-ratification";
