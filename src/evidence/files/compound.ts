/** Directory names of a compound file (MS-CFB §2.6.1) are UTF-16; they stand in the file as they are. */
const utf16 = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]));

/** MS-OVBA §2.2.1: the storage that holds the macros of a Word or Excel file. */
const MACROS = utf16("_VBA_PROJECT");
/** MS-OFFCRYPTO §1.3.3: a package that opens with a password only. */
const ENCRYPTED = utf16("EncryptedPackage");
/** Office files larger than this are looked at so far. */
const LONGEST = 8_000_000;

/** Whether an old Office file holds macros, and whether it is a package under a password. */
export function readCompound(bytes: Uint8Array): { readonly macros: boolean; readonly encrypted: boolean } {
  const part = bytes.subarray(0, LONGEST);
  return { macros: includes(part, MACROS), encrypted: includes(part, ENCRYPTED) };
}

/** Directory entries are aligned to 128 bytes, so only their starts are compared. */
function includes(bytes: Uint8Array, name: Uint8Array): boolean {
  for (let at = 0; at + name.length <= bytes.length; at += 128) {
    let i = 0;
    while (i < name.length && bytes[at + i] === name[i]) i++;
    if (i === name.length) return true;
  }
  return false;
}
