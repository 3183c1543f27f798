/** The Worker's form of what only another platform has: files, pg's file of passwords and pg's client in C. */
export default function absent(): never {
  throw new Error("Not in a Worker.");
}
