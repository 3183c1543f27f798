import { clearSignature } from "#src/agreements/authority/clear-signature.ts";
import { verifyCredentials } from "#src/agreements/authority/judge-credentials.ts";
import { presentCredentials } from "#src/agreements/authority/present-credentials.ts";
import { attachFile } from "#src/agreements/files/attach-file.ts";
import { publish } from "#src/agreements/force/publish.ts";
import type { NewReservation } from "#src/agreements/force/reservations.ts";
import { openSigning, type Plan } from "#src/agreements/signing/open-signing.ts";
import { recordSignature } from "#src/agreements/signing/record-signature.ts";
import { sign } from "#src/agreements/signing/sign.ts";
import { authenticate } from "#src/agreements/text/authenticate.ts";
import { initial } from "#src/agreements/text/initial.ts";
import type { SigningAct } from "#workflows/terms.ts";
import type { Table } from "./table.ts";

/** The only attached file of all histories; a copy names the same one, and the store of the archive has it. */
export const attachment = new TextEncoder().encode(
  "%PDF-1.7\n% depositary generate: no paper was scanned\n",
);

/** Every party's full powers are presented and verified by two, and its government clears the signature. */
export async function empower(table: Table): Promise<void> {
  const { cast, clock, parties } = table;
  await table.wait(2);
  for (const party of parties) {
    const person = cast.of(party);
    await table.take(person, presentCredentials, {
      person: person.id,
      kind: "full-powers",
      acts: ["negotiate", "authenticate", "sign"],
      issuedBy: "Ministry of Foreign Affairs",
      signedBy: "The Minister",
      instrument: "Full powers",
      place: "Capital",
      issuedOn: clock.day(-20),
      form: "original",
    });
    const { credentials } = await table.facts();
    const credential = credentials.findLast((one) => one.party === party)?.id ?? "";
    for (const secretary of cast.secretaries) {
      await table.take(secretary, verifyCredentials, { party, credential });
    }
  }
  await table.wait(1);
  for (const party of parties) {
    const reference = `No. ${14 + parties.indexOf(party)}`;
    await table.take(cast.of(party), clearSignature, { authority: "Government", reference });
  }
}

/** Two officers authenticate the text, or all parties initial it; the original is then ready. */
export async function fix(table: Table, how: "officers" | "initials" = "officers"): Promise<void> {
  const { cast, parties } = table;
  await table.wait(2);
  const digest = await table.digest();
  if (how === "officers") {
    for (const officer of cast.officers) await table.take(officer, authenticate, { digest });
  } else {
    for (const party of parties) await table.take(cast.of(party), initial, { digest });
  }
  await table.work();
}

export async function open(table: Table, plan: Partial<Plan> = {}): Promise<void> {
  await table.wait(4);
  for (const officer of table.cast.officers) {
    await table.take(officer, openSigning, { closesAt: null, ...plan });
  }
  await table.work();
}

type Signing = {
  as?: SigningAct;
  /** The parties that sign; all unless given. */
  by?: string[];
  /** Those of them that sign on paper. */
  inInk?: string[];
  binding?: boolean;
  /** What the first of them reserves. */
  reservations?: NewReservation[];
};

export async function signAll(table: Table, signing: Signing = {}): Promise<void> {
  const { by = table.parties, inInk = [], as = "definitive", binding = false } = signing;
  await table.wait(6);
  for (const [nth, party] of by.entries()) {
    const original = (await table.facts()).original ?? "";
    const given = { original, as, binding };
    if (inInk.includes(party)) await signInInk(table, party, given);
    else {
      const reservations = nth === 0 ? (signing.reservations ?? []) : [];
      const own = { ...given, method: "account", ...(reservations.length > 0 && { reservations }) };
      await table.take(table.cast.of(party), sign, own);
    }
  }
  await table.work();
}

type Given = { original: string; as: SigningAct; binding: boolean };

/** Two officers record a signature on paper, with the scan that one of them attached. */
async function signInInk(table: Table, party: string, given: Given): Promise<void> {
  const { ctx, cast, clock, id } = table;
  clock.tick();
  const [first] = cast.officers;
  const { digest: scan } = await attachFile(ctx, { agreement: id, person: first }, attachment);
  const paper = { ...given, party, signatory: cast.of(party).id, on: clock.day(), scan };
  for (const officer of cast.officers) await table.take(officer, recordSignature, paper);
}

export async function publishIt(table: Table): Promise<void> {
  await table.wait(3);
  await table.take(table.cast.officers[0], (ctx, asked) => publish(ctx, asked), {});
  await table.work();
}
