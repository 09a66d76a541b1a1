/** The bytes of the mail with this name: some thousands, so that a save is several pages. */
export function killMail(name: string): Uint8Array {
  return new TextEncoder().encode(`Subject: ${name}\n\n${Array.from({ length: 400 }, (_, i) => `${name} ${i * 7919}`).join("\n")}`);
}
