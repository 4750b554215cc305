//! Server functions of the program settings.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::program::{
    Bounds, Command, Day, Group, Setting, ValueError, Values, WorkingDays, parse_holidays,
};

use crate::{
    error::PortalError,
    program::model::{Promised, SettingsPage},
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{
    error::{FieldError, FieldErrors, FieldProblem},
    form::{Fields, mark::Mark, text_file::Written},
    program::{model::LONGEST_LIST, told::Notice},
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AddHoliday>(),
    Fields::of::<AddHolidays>(),
    Fields::of::<RemoveHoliday>(),
    Fields::of::<SetLifetimes>(),
    Fields::of::<SetLimits>(),
    Fields::of::<SetPromises>(),
    Fields::of::<SetQuotas>(),
    Fields::of::<SetRetention>(),
    Fields::of::<SetWorkingDays>(),
];

/// The settings, for those who run the program.
#[server(prefix = "/api", endpoint = "program-settings", protocol = Wire<GetUrl>)]
pub async fn program_settings() -> Result<SettingsPage, PortalError> {
    crate::backend::portal()?.program_settings().await
}

/// What is promised, for everybody.
#[server(prefix = "/api", endpoint = "program-promise", protocol = Wire<GetUrl>)]
pub async fn program_promise() -> Result<Promised, PortalError> {
    crate::backend::portal()?.promised().await
}

/// Sets what is promised.
#[server(prefix = "/api", endpoint = "set-promises")]
pub async fn set_promises(
    /// The request.
    request_id: String,
    /// The business days that a review takes at least.
    review_from: String,
    /// The business days after which it is late.
    review_to: String,
    /// The weeks after which an answer to a change of a listing is due.
    answer_from: String,
    /// The weeks after which it is late.
    answer_to: String,
    /// The mark of what the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    set(
        &request_id,
        Group::Promises,
        &[
            (Setting::ReviewFrom, &review_from),
            (Setting::ReviewTo, &review_to),
            (Setting::AnswerFrom, &answer_from),
            (Setting::AnswerTo, &answer_to),
        ],
        filled_with,
    )
    .await
}

/// Sets how long something works.
#[server(prefix = "/api", endpoint = "set-lifetimes")]
pub async fn set_lifetimes(
    /// The request.
    request_id: String,
    /// The days for which the link of an invitation works.
    invitation_days: String,
    /// The days before its end at which the inviter is reminded.
    reminder_days: String,
    /// The days for which the link of a new user's invitation works.
    member_invitation_days: String,
    /// The hours after which an unused session ends.
    session_hours: String,
    /// The days after which every session ends.
    session_days: String,
    /// The mark of what the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    set(
        &request_id,
        Group::Lifetimes,
        &[
            (Setting::InvitationDays, &invitation_days),
            (Setting::ReminderDays, &reminder_days),
            (Setting::MemberInvitationDays, &member_invitation_days),
            (Setting::SessionHours, &session_hours),
            (Setting::SessionDays, &session_days),
        ],
        filled_with,
    )
    .await
}

/// Sets how much fits into a case, and how it is decided.
#[server(prefix = "/api", endpoint = "set-limits")]
pub async fn set_limits(
    /// The request.
    request_id: String,
    /// The documents that an enrollment can have.
    documents: String,
    /// The reviewers that it takes to end a review.
    reviewers: String,
    /// The business days before the primary contact can be mailed again.
    confirmation_days: String,
    /// The days after which a partner with a failed check is suspended.
    rejected_days: String,
    /// The mark of what the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    set(
        &request_id,
        Group::Limits,
        &[
            (Setting::Documents, &documents),
            (Setting::Reviewers, &reviewers),
            (Setting::ConfirmationDays, &confirmation_days),
            (Setting::RejectedDays, &rejected_days),
        ],
        filled_with,
    )
    .await
}

/// Sets how much an organization may send.
#[server(prefix = "/api", endpoint = "set-quotas")]
pub async fn set_quotas(
    /// The request.
    request_id: String,
    /// The minutes before the same recipient is mailed again.
    resend_minutes: String,
    /// The links that an organization may make within a day.
    invitations_a_day: String,
    /// The mark of what the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    set(
        &request_id,
        Group::Quotas,
        &[
            (Setting::ResendMinutes, &resend_minutes),
            (Setting::InvitationsADay, &invitations_a_day),
        ],
        filled_with,
    )
    .await
}

/// Sets how long something is kept.
#[server(prefix = "/api", endpoint = "set-retention")]
pub async fn set_retention(
    /// The request.
    request_id: String,
    /// The days for which mails are kept.
    mail_days: String,
    /// The days for which attempts to sign in are kept.
    sign_in_days: String,
    /// The days for which unfinished customers are kept.
    draft_days: String,
    /// The days for which documents are kept after their case is done.
    document_days: String,
    /// The mark of what the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    set(
        &request_id,
        Group::Retention,
        &[
            (Setting::MailDays, &mail_days),
            (Setting::SignInDays, &sign_in_days),
            (Setting::DraftDays, &draft_days),
            (Setting::DocumentDays, &document_days),
        ],
        filled_with,
    )
    .await
}

/// Sets the days of a week on which somebody works.
#[server(prefix = "/api", endpoint = "set-working-days")]
pub async fn set_working_days(
    /// The request.
    request_id: String,
    /// The days, by their names.
    #[server(default)]
    days: Vec<String>,
    /// The mark of what the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let named: Result<Vec<Day>, _> = days.iter().map(|day| day.parse()).collect();
    let named = named.map_err(|_| PortalError::Malformed)?;
    let days = WorkingDays::of(named)
        .ok_or_else(|| PortalError::field("days[]", FieldProblem::NoWorkingDay))?;
    let mark = Some(Mark::new(filled_with));
    change(&request_id, Command::SetWorkingDays(days), mark).await
}

/// **Add** a holiday.
#[server(prefix = "/api", endpoint = "add-holiday")]
pub async fn add_holiday(
    /// The request.
    request_id: String,
    /// The day.
    day: String,
    /// Its name.
    #[server(default)]
    name: String,
) -> Result<(), PortalError> {
    if day.trim().is_empty() {
        return Err(PortalError::field("day", FieldProblem::Empty));
    }
    // A line of a list, with which it shares its rules.
    let name = name.replace(['\r', '\n'], " ");
    let parsed = parse_holidays(&format!("\n{},{name}", day.trim()));
    let holidays = parsed.map_err(|refusal| {
        let field = if refusal_is_of_name(&refusal) {
            "name"
        } else {
            "day"
        };
        PortalError::field(field, FieldProblem::NotValid)
    })?;
    change(&request_id, Command::AddHolidays(holidays), None).await
}

/// **Add** the holidays of a list.
#[server(prefix = "/api", endpoint = "add-holidays")]
pub async fn add_holidays(
    /// The request.
    request_id: String,
    /// A day in each line, with its name behind a comma.
    #[server(default)]
    list: String,
    /// The same as a file, or a calendar.
    #[server(default)]
    list_file: String,
    /// Why that was refused before it came here.
    #[server(default)]
    list_file_refused: String,
) -> Result<(), PortalError> {
    let written = Written {
        field: "list",
        typed: list,
        file: list_file,
        refused: list_file_refused,
    };
    let mut errors = FieldErrors::default();
    let list = written.read(LONGEST_LIST, true, &mut errors);
    let holidays = parse_holidays(&errors.finish(list)?).map_err(tierline_core::Refusal::from)?;
    change(&request_id, Command::AddHolidays(holidays), None).await
}

/// **Remove** a holiday.
#[server(prefix = "/api", endpoint = "remove-holiday")]
pub async fn remove_holiday(
    /// The request.
    request_id: String,
    /// The day.
    day: String,
) -> Result<(), PortalError> {
    let day = day.parse().map_err(|_| PortalError::Malformed)?;
    change(&request_id, Command::RemoveHolidays(vec![day]), None).await
}

#[cfg(feature = "ssr")]
fn refusal_is_of_name(refusal: &tierline_core::program::Refusal) -> bool {
    use tierline_core::program::{LineProblem, Refusal};
    match refusal {
        Refusal::HolidayLines { lines, .. } => {
            lines.iter().any(|line| line.problem == LineProblem::Name)
        }
        _ => false,
    }
}

/// The numbers of a group, each with its bounds if it lies outside.
#[cfg(feature = "ssr")]
async fn set(
    request: &str,
    group: Group,
    typed: &[(Setting, &String)],
    filled_with: String,
) -> Result<(), PortalError> {
    let text = |setting| {
        let typed = typed.iter().find(|(it, _)| *it == setting);
        typed.map_or("", |(_, text)| text.as_str())
    };
    let values = Values::parse(group, text).map_err(|wrong| {
        let wrong = wrong.into_iter();
        let fields = wrong.map(|(setting, error)| field(setting, error));
        PortalError::Invalid(fields.collect())
    })?;
    let mark = Some(Mark::new(filled_with));
    change(request, Command::Set(values), mark).await
}

#[cfg(feature = "ssr")]
fn field(setting: Setting, error: ValueError) -> FieldError {
    let code = setting.code();
    match error {
        ValueError::Empty => FieldError::new(code, FieldProblem::Empty),
        ValueError::NotANumber => FieldError::new(code, FieldProblem::NotANumber),
        ValueError::Outside(Bounds { least, most }) => FieldError::outside(code, least, most),
    }
}

#[cfg(feature = "ssr")]
async fn change(
    request: &str,
    command: Command,
    filled_with: Option<Mark>,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    // The page that shows what was changed.
    let page = match command {
        Command::Set(_) => route::PROGRAM_SETTINGS,
        Command::SetWorkingDays(_) | Command::AddHolidays(_) | Command::RemoveHolidays(_) => {
            route::PROGRAM_CALENDAR
        }
    };
    crate::backend::portal()?
        .change_settings(command, filled_with, request)
        .await?;
    crate::backend::done(page, Notice::SettingsSaved);
    Ok(())
}
