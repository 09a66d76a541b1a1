import { type AddressDiagnosis, graver } from "./address-diagnosis.ts";

const ipv4AtEnd = /(?:^|[^0-9.])((?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))$/;

/** Judges what stands between the brackets of a domain literal (RFC 5321 §4.1.3). */
export function classifyLiteral(text: string): AddressDiagnosis {
  const ipv4 = ipv4AtEnd.exec(text)?.[1];
  if (ipv4 === text) return "RFC5321_ADDRESSLITERAL";
  if (!/^ipv6:/i.test(text)) return "RFC5322_DOMAINLITERAL";
  // A trailing dotted quad stands for two groups.
  return classifyIpv6((ipv4 ? text.slice(0, -ipv4.length) + "0:0" : text).slice("ipv6:".length));
}

function classifyIpv6(text: string): AddressDiagnosis {
  const groups = text.split(":");
  return graver(ipv6GroupCount(text, groups.length), ipv6Form(text, groups));
}

function ipv6GroupCount(text: string, count: number): AddressDiagnosis {
  const elision = text.indexOf("::");
  if (elision < 0) return count === 8 ? "VALID" : "RFC5322_IPV6_GRPCOUNT";
  if (elision !== text.lastIndexOf("::")) return "RFC5322_IPV6_2X2XCOLON";
  // "::" at either end splits into one more empty group than "::" in the middle.
  const most = elision === 0 || elision === text.length - 2 ? 9 : 8;
  if (count > most) return "RFC5322_IPV6_MAXGRPS";
  return count === most ? "RFC5321_IPV6DEPRECATED" : "VALID";
}

function ipv6Form(text: string, groups: readonly string[]): AddressDiagnosis {
  if (/^:(?!:)/.test(text)) return "RFC5322_IPV6_COLONSTRT";
  if (/(?:^|[^:]):$/.test(text)) return "RFC5322_IPV6_COLONEND";
  return groups.every((group) => /^[0-9a-f]{0,4}$/i.test(group)) ? "RFC5321_ADDRESSLITERAL" : "RFC5322_IPV6_BADCHAR";
}
