//! The scenarios whose path through the server differs from that through the pure rules. Both lists are complete: the
//! test of a scenario that is missing here, or listed without need, fails.

use crate::judge::Verdict;

/// A customer handles its own users in its tenant.
pub(crate) const OWN_TENANT: &str = "no page is about the reader's own tenant";
/// A link leads to an invitation that was sent.
pub(crate) const NO_LINK: &str = "a draft has no link that anybody could follow";
/// **Send** is one command: a draft is sent, anything else is sent again.
pub(crate) const SEND_IS_RESEND: &str = "what was sent already is sent again by the same command";
/// No user chooses the side to ask for: the capabilities of the organization determine it.
pub(crate) const SIDE_IS_GIVEN: &str =
    "the side is taken from the organization, not from the request";

/// Scenarios that are not run, by reason.
pub(crate) const NOT_RUN: &[(&str, &[&str])] = &[
    (
        OWN_TENANT,
        &["a customer's global admin administers the own tenant"],
    ),
    (NO_LINK, &["a draft has no link that works"]),
    (
        SEND_IS_RESEND,
        &["what was sent is not sent as a draft again"],
    ),
    (
        SIDE_IS_GIVEN,
        &["a reseller cannot pose as a direct-bill partner"],
    ),
];

/// Refused by the rules to a user who has no tie to the object. The reason would reveal that the object exists, so the
/// server answers as if it did not.
pub(crate) const ANSWERED_AS_MISSING: &[&str] = &[
    "a customer does not order for itself",
    "a customer does not reach another customer",
    "a draft is nobody's case",
    "a partner of record has to be in partnership with the provider",
    "after its end date the partner sees nothing",
    "a partner sees nothing of a customer without a relationship",
    "a provider without partnership does not administer a reseller's tenant",
    "after the end the partner sees nothing",
    "another partner cannot cancel a request",
    "another partner's relationship is of no use",
    "a narrowed user sees no customer outside the group",
    "inviting for both needs the partnership",
    "making a tenant grants nothing",
    "no customer for a reseller without partnership",
    "no order without a relationship",
    "nobody changes users of another organization",
    "nobody groups a customer of somebody else",
    "the reseller's provider has no access by the partnership alone",
];

/// The expected verdict on the scenario with this name.
pub(crate) fn wanted(name: &str) -> Verdict {
    if let Some((reason, _)) = NOT_RUN.iter().find(|(_, names)| names.contains(&name)) {
        Verdict::NotRun(reason)
    } else if ANSWERED_AS_MISSING.contains(&name) {
        Verdict::HoldsAsMissing
    } else {
        Verdict::Holds
    }
}
