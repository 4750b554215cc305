//! Mails to the operator's reviewers.

use tierline_core::{
    ids::{OrganizationId, UserId},
    organization::Party,
};

use crate::pipeline::{
    letter::Letter,
    template::{Mail, mails},
};

mails! {
    /// To the reviewer to whom a program admin has assigned a case.
    CaseAssigned = "case_assigned", from the_portal, party company, button link {
        company: String,
        by: String,
        link: String,
    }

    /// To each reviewer, on a day on which cases become late. `more` are those that are not named.
    CasesLate = "cases_late", from the_portal, button link {
        count: u64,
        companies: Vec<String>,
        more: u64,
        link: String,
    }
}

/// A program admin has assigned the case of this company to a reviewer.
pub(super) fn assigned(
    to: UserId,
    operator: OrganizationId,
    by: String,
    company: &Party,
    link: String,
) -> Letter {
    let template = Mail::from(CaseAssigned {
        company: company.name.to_string(),
        by,
        link,
    });
    Letter::to_member(to, operator, move |_| template.clone())
}

/// So many cases are past the promise today, of these companies first.
pub(super) fn late(
    to: UserId,
    operator: OrganizationId,
    count: u64,
    companies: Vec<String>,
    link: String,
) -> Letter {
    let named = u64::try_from(companies.len()).unwrap_or(u64::MAX);
    let template = Mail::from(CasesLate {
        more: count.saturating_sub(named),
        count,
        companies,
        link,
    });
    Letter::to_member(to, operator, move |_| template.clone())
}
