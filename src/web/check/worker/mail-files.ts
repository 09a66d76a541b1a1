import { splitMbox } from "../../../intake/mbox.ts";
import { mailFromMsg } from "../../../intake/msg.ts";

/** The readers of Outlook's .msg and of mbox files, loaded when such a file is handed in. */
export { mailFromMsg, splitMbox };
