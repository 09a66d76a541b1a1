import example from "../../../../examples/xserver-pending-messages.eml";

/** The mail a reader may try the page with. */
export { example };
