/**
 * What can be said about an address, from harmless to impossible. The names follow the published is_email diagnoses
 * (RFC 5321, RFC 5322), the order is the severity: the gravest remark about an address is its diagnosis.
 */
export const diagnoses = [
  "VALID",
  "DNSWARN_NO_MX_RECORD",
  "DNSWARN_NO_RECORD",
  "RFC5321_TLD",
  "RFC5321_TLDNUMERIC",
  "RFC5321_QUOTEDSTRING",
  "RFC5321_ADDRESSLITERAL",
  "RFC5321_IPV6DEPRECATED",
  "CFWS_COMMENT",
  "CFWS_FWS",
  "DEPREC_LOCALPART",
  "DEPREC_FWS",
  "DEPREC_QTEXT",
  "DEPREC_QP",
  "DEPREC_COMMENT",
  "DEPREC_CTEXT",
  "DEPREC_CFWS_NEAR_AT",
  "RFC5322_DOMAIN",
  "RFC5322_TOOLONG",
  "RFC5322_LOCAL_TOOLONG",
  "RFC5322_DOMAIN_TOOLONG",
  "RFC5322_LABEL_TOOLONG",
  "RFC5322_DOMAINLITERAL",
  "RFC5322_DOMLIT_OBSDTEXT",
  "RFC5322_IPV6_GRPCOUNT",
  "RFC5322_IPV6_2X2XCOLON",
  "RFC5322_IPV6_BADCHAR",
  "RFC5322_IPV6_MAXGRPS",
  "RFC5322_IPV6_COLONSTRT",
  "RFC5322_IPV6_COLONEND",
  "ERR_EXPECTING_DTEXT",
  "ERR_NOLOCALPART",
  "ERR_NODOMAIN",
  "ERR_CONSECUTIVEDOTS",
  "ERR_ATEXT_AFTER_CFWS",
  "ERR_ATEXT_AFTER_QS",
  "ERR_ATEXT_AFTER_DOMLIT",
  "ERR_EXPECTING_QPAIR",
  "ERR_EXPECTING_ATEXT",
  "ERR_EXPECTING_QTEXT",
  "ERR_EXPECTING_CTEXT",
  "ERR_BACKSLASHEND",
  "ERR_DOT_START",
  "ERR_DOT_END",
  "ERR_DOMAINHYPHENSTART",
  "ERR_DOMAINHYPHENEND",
  "ERR_UNCLOSEDQUOTEDSTR",
  "ERR_UNCLOSEDCOMMENT",
  "ERR_UNCLOSEDDOMLIT",
  "ERR_FWS_CRLF_X2",
  "ERR_FWS_CRLF_END",
  "ERR_CR_NO_LF",
] as const;

export type AddressDiagnosis = (typeof diagnoses)[number];
export type AddressCategory = "VALID" | "DNSWARN" | "RFC5321" | "CFWS" | "DEPREC" | "RFC5322" | "ERR";

const severity: ReadonlyMap<AddressDiagnosis, number> = new Map(diagnoses.map((name, index) => [name, index]));

/** The graver of two remarks. */
export function graver(a: AddressDiagnosis, b: AddressDiagnosis): AddressDiagnosis {
  return (severity.get(a) ?? 0) >= (severity.get(b) ?? 0) ? a : b;
}

/** The group a diagnosis belongs to; an IPv6 literal eliding a single group is allowed but deprecated (RFC 5321 §4.1.3). */
export function categoryOf(diagnosis: AddressDiagnosis): AddressCategory {
  if (diagnosis === "RFC5321_IPV6DEPRECATED") return "DEPREC";
  return (diagnosis.split("_")[0] ?? "ERR") as AddressCategory;
}
