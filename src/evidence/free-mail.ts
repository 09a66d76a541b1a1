import { isMailboxCustomer } from "./mailbox-providers.ts";

/** Whether personal mailboxes are handed out at this domain, so that the domain says nothing about who writes. */
export function isFreeMail(domain: string): boolean {
  return isMailboxCustomer(`someone@${domain}`);
}
