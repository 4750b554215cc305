//! Server functions of the operator's cases.

use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, PostUrl};
#[cfg(feature = "ssr")]
use tierline_core::{
    enrollment::Verdict,
    ids::EnrollmentId,
    review::{Command, Ruling},
    text::Reason,
};

use crate::{
    error::PortalError,
    review::model::{AlikePage, CasePage, DecisionPage},
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{
    error::{FieldErrors, FieldProblem},
    form::{Fields, mark::Mark},
    review::told::Notice,
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AssignCase>(),
    Fields::of::<ChangeCase>(),
    Fields::of::<DecideCase>(),
    Fields::of::<Decision>(),
    Fields::of::<DismissProposal>(),
    Fields::of::<NoteOnCase>(),
];

/// The case of an enrollment.
#[server(prefix = "/api", endpoint = "case", protocol = Wire<GetUrl>)]
pub async fn case(
    /// The enrollment's id.
    id: String,
) -> Result<CasePage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.case(id).await
}

/// All other cases of the same domain or MPN ID.
#[server(prefix = "/api", endpoint = "alike-cases", protocol = Wire<GetUrl>)]
pub async fn alike_cases(
    /// The enrollment's id.
    id: String,
    /// The case before which the page begins; the newest, if none is said.
    #[server(default)]
    before: String,
) -> Result<AlikePage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    let before = match before.as_str() {
        "" => None,
        before => Some(crate::backend::parse::id(before)?),
    };
    crate::backend::portal()?.alike(id, before).await
}

/// A decision before it is made. What is asked stands in no address: the note is for the applicant alone.
#[server(prefix = "/api", endpoint = "decision", protocol = Wire<PostUrl>)]
pub async fn decision(
    /// The enrollment's id.
    id: String,
    /// The check; all that are left if there is none.
    #[server(default)]
    check: String,
    /// Why it fails; it is passed if there is none.
    #[server(default)]
    reason: String,
    /// More of that, for the applicant.
    #[server(default)]
    note: String,
) -> Result<DecisionPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    // A note that cannot be sent is left out here, and the form says what is wrong with it.
    let note = Reason::parse(&note).map(|it| it.to_string());
    let ruling = ruling(&check, &reason, &note.unwrap_or_default())?;
    crate::backend::portal()?.decision(id, ruling).await
}

/// Decides about an enrollment.
#[server(prefix = "/api", endpoint = "decide-case")]
pub async fn decide_case(
    /// The request.
    request_id: String,
    /// The enrollment's id.
    enrollment: String,
    /// The check; all that are left if there is none.
    #[server(default)]
    check: String,
    /// Why it fails; it is passed if there is none.
    #[server(default)]
    reason: String,
    /// More of that, for the applicant.
    #[server(default)]
    note: String,
    /// The note in the mail that the reviewer has read.
    #[server(default)]
    shown: String,
    /// `show` for the mail with this note, and nothing else.
    #[server(default)]
    then: String,
    /// The mark of what the decision rests on.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let ruling = ruling(&check, &reason, &note)?;
    // No mail is sent that was not seen.
    let was_seen = ruling == self::ruling(&check, &reason, &shown)?;
    if then == "show" || !was_seen {
        return Err(PortalError::field("note", FieldProblem::MailChanged));
    }
    let mark = Some(Mark::new(filled_with));
    let done = Notice::CaseDecided;
    changed(&request_id, &enrollment, Command::Rule(ruling), mark, done).await
}

/// Takes a case, gives it back, or agrees to what another reviewer proposes.
#[server(prefix = "/api", endpoint = "change-case")]
pub async fn change_case(
    /// The request.
    request_id: String,
    /// The enrollment's id.
    enrollment: String,
    /// `take`, `give-back` or `agree`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let (command, notice) = match then.as_str() {
        "take" => (Command::Take, Notice::CaseTaken),
        "give-back" => (Command::GiveBack, Notice::CaseGivenBack),
        "agree" => (Command::Agree, Notice::CaseDecided),
        _ => return Err(PortalError::Malformed),
    };
    changed(&request_id, &enrollment, command, None, notice).await
}

/// **Assign**: has a reviewer work on a case.
#[server(prefix = "/api", endpoint = "assign-case")]
pub async fn assign_case(
    /// The request.
    request_id: String,
    /// The enrollment's id.
    enrollment: String,
    /// The reviewer's id.
    #[server(default)]
    reviewer: String,
) -> Result<(), PortalError> {
    if reviewer.is_empty() {
        return Err(PortalError::field("reviewer", FieldProblem::Empty));
    }
    let command = Command::Assign(crate::backend::parse::id(&reviewer)?);
    let notice = Notice::CaseAssigned;
    changed(&request_id, &enrollment, command, None, notice).await
}

/// **Add note**.
#[server(prefix = "/api", endpoint = "note-on-case")]
pub async fn note_on_case(
    /// The request.
    request_id: String,
    /// The enrollment's id.
    enrollment: String,
    /// What it says.
    text: String,
) -> Result<(), PortalError> {
    let text = Reason::parse(&text).map_err(|error| PortalError::of_text("text", error))?;
    let notice = Notice::CaseNoted;
    changed(&request_id, &enrollment, Command::Note(text), None, notice).await
}

/// Leaves what another reviewer proposes undone.
#[server(prefix = "/api", endpoint = "dismiss-proposal")]
pub async fn dismiss_proposal(
    /// The request.
    request_id: String,
    /// The enrollment's id.
    enrollment: String,
    /// Why.
    text: String,
) -> Result<(), PortalError> {
    let text = Reason::parse(&text).map_err(|error| PortalError::of_text("text", error))?;
    let notice = Notice::ProposalDismissed;
    changed(
        &request_id,
        &enrollment,
        Command::Dismiss(text),
        None,
        notice,
    )
    .await
}

/// Does it, and goes to the case's page.
#[cfg(feature = "ssr")]
async fn changed(
    request: &str,
    enrollment: &str,
    command: Command,
    filled_with: Option<Mark>,
    notice: Notice,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let id: EnrollmentId = crate::backend::parse::id(enrollment)?;
    let waits = crate::backend::portal()?
        .change_case(id, command, filled_with, request)
        .await?;
    let notice = if waits { Notice::CaseProposed } else { notice };
    crate::backend::done(&route::case(id), notice);
    Ok(())
}

/// What is decided. Without a check, everything that is left is passed; without a reason, the check is.
#[cfg(feature = "ssr")]
fn ruling(check: &str, reason: &str, note: &str) -> Result<Ruling, PortalError> {
    if check.is_empty() {
        return Ok(Ruling::Approve);
    }
    let check = check.parse().map_err(|_| PortalError::Malformed)?;
    if reason.is_empty() {
        let verdict = Verdict::Pass;
        return Ok(Ruling::Check { check, verdict });
    }
    let mut errors = FieldErrors::default();
    let reason = reason.parse().ok();
    if reason.is_none() {
        errors.wrong("reason", FieldProblem::Empty);
    }
    let reason = errors.finish(reason)?;
    let note = crate::backend::parse::optional_text("note", note)?;
    let verdict = Verdict::Fail { reason, note };
    Ok(Ruling::Check { check, verdict })
}
