import type { Evidence } from "./evidence.ts";
import { isMailboxCustomer } from "./mailbox-providers.ts";
import { foldText } from "../terms/normalise.ts";

/**
 * How the name in From stands to the address beside it. `own`: a word of the name stands in the address (Acme News,
 * acme.com); `role`: the name is only what the sender does (Support Team, Payment Declined); `other`: it is a name that the
 * address does not bear; `none`: no name, or none in Latin letters.
 */
export type SenderName = "own" | "role" | "other" | "none";

/** Words for what a sender does or wants. They name nobody. */
const ROLES = new Set(
  (
    "mail email e-mail info support service services account accounts security team notice notification notifications noreply reply admin administrator center centre update updates alert alerts customer customers online care desk help helpdesk " +
    "billing payment payments declined rejected required failed receipt order orders invoice delivery shipping parcel package shipment tracking department office official member members user users client clients storage cloud photo photos photostick full limit " +
    "reminder final last warning important urgent attention action review verification verify renewal subscription expired expiration reward rewards bonus gift prize winner congratulations claim offer offers deal deals promo exclusive special free limited " +
    "kit kits car auto home health emergency warranty insurance club shop store depot outlet survey giveaway sweepstakes lottery casino loan credit finance tax revenue police court " +
    "your you our the for and from with new now today annual tax refund report return assistant statement survey feedback program system message messages news newsletter digital web " +
    "aviso alerta nube equipo servicio cliente soporte pago paquete entrega almacenamiento atendimento equipe suporte nuvem pagamento entrega pacote avis alerte equipe service client paiement colis livraison stockage cadeau " +
    "avviso assistenza supporto pagamento pacco consegna archiviazione servizio hinweis kundenservice kundendienst zahlung paket lieferung speicher sicherheit konto melding klantenservice betaling pakket bezorging opslag wolk laatste"
  ).split(" "),
);

/** How the sender's name stands to its address. */
export function senderNameOf(evidence: Evidence): SenderName {
  const from = evidence.sender.kind === "found" ? evidence.sender.value.from[0] : undefined;
  if (from === undefined) return "none";
  const words = wordsOf(from.displayName);
  if (words.length === 0) return "none";
  // Of a personal mailbox only the part before the sign is somebody's.
  const address = from.address.toLowerCase();
  const borne = (isMailboxCustomer(address) ? address.slice(0, address.lastIndexOf("@")) : address).replace(/[^a-z0-9]/g, "");
  const names = words.filter((word) => !ROLES.has(word));
  if (names.length === 0) return "role";
  const initials = names.map((word) => word[0]).join("");
  const isOwn =
    names.some((word) => borne.includes(word.slice(0, 5))) || (initials.length >= 3 && borne.includes(initials)) || borne.includes(names.join("").slice(0, 8));
  return isOwn ? "own" : "other";
}

/** Two or three capitalised words, as people are named: "Hanako Sato", "Dr. Klara M. Berg". Role words name nobody. */
export function looksPersonal(displayName: string): boolean {
  const name = displayName.trim();
  if (!/^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}\p{L}*\.?){0,2} \p{Lu}[\p{L}'’-]+$/u.test(name)) return false;
  return !wordsOf(name).some((word) => ROLES.has(word));
}

/** Latin words of three letters or more, without accents and look-alikes; nothing for a name in another script. */
function wordsOf(name: string): readonly string[] {
  if (name.includes("@")) return [];
  return foldText(name.slice(0, 200)).match(/[a-z]{3,}/g) ?? [];
}

/** What `ROLES` are, in a script without blanks between words; and what is written in several ways. */
const DESK_WORDS =
  /お客様|お客さま|顧客|会員|カスタマー|サポート|サービス|センター|セキュリティ|アカウント|事務局|運営|窓口|担当|管理者?|部門|チーム|通知|お知らせ|重要|緊急|自動|配信|送信|返信|メール|専用|の|no-?reply|do-?not-?reply/giu;

/** Whether a display name is that of a desk of nobody in particular (お客様センター, Customer Support, 自動配信メール), or none at all. */
export function isRoleName(displayName: string): boolean {
  const left = displayName.replace(DESK_WORDS, " ");
  return !/[\p{L}\p{N}]/u.test(left) || (!/[^\p{ASCII}]/u.test(left) && (left.toLowerCase().match(/[a-z]+/g) ?? []).every((word) => ROLES.has(word)));
}
