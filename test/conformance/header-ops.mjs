// Conformance operations on header fields and addresses: adapts our own results to the names the suites use.
import { isDeliverableAddress } from "../../dist/src/mail/address-deliverable.js";
import { classifyAddress } from "../../dist/src/mail/address-syntax.js";
import { parseAuthenticationResults } from "../../dist/src/mail/authentication-results.js";
import { parseReceived } from "../../dist/src/mail/received.js";

export default {
  "address.classify": (text) => {
    const { category, diagnosis, valid } = classifyAddress(text);
    return { category: category === "VALID" ? "ISEMAIL_VALID_CATEGORY" : "ISEMAIL_" + category, diagnosis: "ISEMAIL_" + diagnosis, valid };
  },
  "address.valid": (text) => isDeliverableAddress(text),
  "ar.parse": ({ header }) => {
    const { authservId, version, results } = parseAuthenticationResults(header.replace(/^[^:]*:/, ""));
    const resinfo = results.map(({ method, methodVersion, result, reason, properties }) => ({
      method,
      method_version: methodVersion,
      result,
      reason,
      properties,
    }));
    return { authserv_id: authservId, authres_version: version, resinfo };
  },
  "received.parse": (value) => {
    const hop = parseReceived(value);
    if (!hop.network) return { ignored: true };
    const { ip, rdns, helo, by, ident, envelopeFrom, id, authenticatedBy } = hop;
    return { ip, rdns, helo, by, ident, envfrom: envelopeFrom, id, auth: authenticatedBy, msa: "0" };
  },
};
