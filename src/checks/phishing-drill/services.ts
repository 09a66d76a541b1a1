import type { FactSource } from "../../brands/brand.ts";

/** How a service of phishing drills marks the mails it sends. */
export interface DrillService {
  readonly name: string;
  /** Header field, lower case, and what its value must match where the field alone does not tell. */
  readonly marks: readonly { readonly field: string; readonly value?: RegExp }[];
  /** Envelope or signing domains of the service itself, as it documents them; covers their subdomains. */
  readonly domains: readonly string[];
  /** The domains send nothing but drills, so that they tell without a mark. */
  readonly drillsOnly?: boolean;
  /** Criminals use the program too. */
  readonly anybody?: boolean;
  readonly fact: FactSource;
}

const CHECKED = "2026-11-25";
const confirmed = (source: string): FactSource => ({ status: "confirmed", source, checked: CHECKED });
const documented = (source: string): FactSource => ({ status: "documented", source, checked: CHECKED });

/**
 * Services whose marks are documented. Those of Microsoft's attack simulation training, LUCY, Hoxhunt (a text that each
 * customer chooses) and the Japanese services of 標的型メール訓練 are not published as far as was found.
 */
export const DRILL_SERVICES: readonly DrillService[] = [
  {
    name: "PhishingBox",
    marks: [{ field: "x-phishtest", value: /^\s*phishingbox\b/i }],
    domains: [],
    fact: confirmed("https://support.phishingbox.com/hc/en-us/articles/360024055754-Safelisting-Whitelisting-Basics"),
  },
  {
    // The default; each customer may choose another name. Host and header: https://brian.carnell.com/articles/tag/phishing/
    name: "KnowBe4",
    marks: [{ field: "x-phishtest" }],
    domains: ["psm.knowbe4.com"],
    fact: documented("https://support.knowbe4.com/hc/en-us/articles/203645138-Whitelisting-Data-and-Anti-Spam-Filtering-Information"),
  },
  {
    name: "Proofpoint ThreatSim",
    marks: [{ field: "x-threatsim-id" }, { field: "x-threatsim-header" }],
    domains: [],
    fact: documented("https://wesl.ee/Acing_Org_Phishing_Training/"),
  },
  {
    name: "Cofense PhishMe",
    marks: [{ field: "x-phishme" }, { field: "x-phishmetracking" }],
    domains: [],
    fact: documented("https://wesl.ee/Acing_Org_Phishing_Training/"),
  },
  {
    name: "Tartan",
    marks: [{ field: "x-tartan-simulation", value: /^\s*true\b/i }],
    domains: [],
    fact: confirmed("https://tartan.app/help-center/simulated-email-headers/"),
  },
  {
    name: "Phishing Tackle",
    marks: [{ field: "message-id", value: /@mail\.tacklephishing\.com>?\s*$/i }],
    domains: ["mail.tacklephishing.com"],
    fact: confirmed("https://support.phishingtackle.com/hc/en-gb/articles/360039977512-Managing-Recipient-Responses-During-a-Simulated-Phishing-Campaign"),
  },
  {
    name: "CybSafe",
    marks: [],
    domains: ["cs-mail-sender.com"],
    drillsOnly: true,
    fact: confirmed("https://helpcentre.cybsafe.com/en/articles/2108036-how-to-add-cybsafe-to-your-allow-list"),
  },
  {
    name: "Gophish",
    marks: [{ field: "x-gophish-contact" }, { field: "x-mailer", value: /^\s*gophish\s*$/i }],
    domains: [],
    anybody: true,
    fact: confirmed("https://github.com/gophish/gophish/issues/1057"),
  },
];
