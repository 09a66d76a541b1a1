import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/**
 * scrypt with the parameters OWASP names (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt):
 * N = 2^17, r = 8, p = 1. One hash takes 128 MB and some tenths of a second, so few are made at a time.
 */
const COST = { logN: 17, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** Hashes made at the same time: 256 MB. */
const AT_ONCE = 2;
/** Beyond this many in line a login is refused, not kept waiting. */
const MOST_IN_LINE = 16;

/** Characters (code points) of a password: NIST SP 800-63B 3.1.1.2 asks for 15 where nothing else is asked for. */
export const PASSWORD_LEAST = 15;
/** So that nobody makes us hash a book. */
export const PASSWORD_MOST = 256;

/** Too many hashes are being made; try again in a moment. */
export class Busy extends Error {}

/** `scrypt$17$8$1$salt$key`, each with its own salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derived(password, salt, COST);
  return ["scrypt", COST.logN, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/**
 * Whether the password is the one that was hashed. Without a hash (no such account) it takes as long and is false: a name
 * cannot be guessed by the time it takes.
 */
export async function passwordMatches(password: string, hash: string | undefined): Promise<boolean> {
  const [, logN, r, p, salt = "", key = ""] = (hash ?? NOBODY).split("$");
  const wanted = Buffer.from(key, "base64url");
  const given = await derived(password, Buffer.from(salt, "base64url"), { logN: Number(logN), r: Number(r), p: Number(p) });
  return wanted.length === given.length && timingSafeEqual(wanted, given) && hash !== undefined;
}

const NOBODY = ["scrypt", COST.logN, COST.r, COST.p, Buffer.alloc(SALT_BYTES).toString("base64url"), Buffer.alloc(KEY_BYTES).toString("base64url")].join("$");

const line: (() => void)[] = [];
let running = 0;

async function derived(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  if (line.length >= MOST_IN_LINE) throw new Busy();
  if (running >= AT_ONCE) await new Promise<void>((resolve) => line.push(resolve));
  else running++;
  try {
    return await scryptKey(password, salt, cost);
  } finally {
    const next = line.shift();
    // Whoever is next takes this place over.
    if (next === undefined) running--;
    else next();
  }
}

/** The same password typed on another keyboard or system may be composed differently (NIST SP 800-63B 3.1.1.2: NFKC). */
function scryptKey(password: string, salt: Buffer, { logN, r, p }: typeof COST): Promise<Buffer> {
  const options = { N: 2 ** logN, r, p, maxmem: 128 * r * (2 ** logN + p + 2) };
  return new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error))),
  );
}
