use std::time::Duration;

use super::{Periodic, expiry};
use crate::{list::tally, state::AppState};

/// Somebody may be waiting for it.
const SECONDS: Duration = Duration::from_secs(5);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// Every periodic job of the server; add new ones here.
#[must_use]
pub fn periodic() -> Vec<Periodic> {
    vec![
        Periodic::new("expire_invitations", MINUTE, expiry::expire_invitations),
        Periodic::new("lapse_partnerships", MINUTE, expiry::lapse_partnerships),
        Periodic::new("settle_partnerships", SECONDS, expiry::settle_partnerships),
        Periodic::new("ask_to_renew", SECONDS, expiry::ask_to_renew),
        Periodic::new("expire_rights", SECONDS, expiry::expire_rights),
        Periodic::new("lapse_enrollments", MINUTE, expiry::lapse_enrollments),
        Periodic::new("tell_of_late_cases", MINUTE, expiry::tell_of_late_cases),
        Periodic::new("begin_offboarding", MINUTE, expiry::begin_offboarding),
        Periodic::new("follow_registry", MINUTE, expiry::follow_registry),
        Periodic::new("tell_of_agreements", MINUTE, expiry::tell_of_agreements),
        Periodic::new("place_customers", SECONDS, expiry::place_customers),
        Periodic::new("change_renewals", SECONDS, expiry::change_renewals),
        Periodic::new(
            "catch_up_subscriptions",
            MINUTE,
            expiry::catch_up_subscriptions,
        ),
        Periodic::new("lapse_order_requests", MINUTE, expiry::lapse_order_requests),
        Periodic::new("remind_of_invitations", MINUTE, expiry::remind),
        Periodic::new("remind_of_renewals", MINUTE, expiry::remind_of_renewals),
        Periodic::new("remind_of_ends", MINUTE, expiry::remind_of_ends),
        Periodic::new("purge", HOUR, expiry::purge),
        Periodic::new("remove_documents", HOUR, expiry::remove_documents),
        Periodic::new(
            "take_up_lost_mails",
            10 * MINUTE,
            expiry::take_up_lost_mails,
        ),
        Periodic::new("remove_import_files", HOUR, expiry::remove_import_files),
        Periodic::new("take_up_lost_imports", MINUTE, expiry::take_up_lost_imports),
        Periodic::new("note_activity", MINUTE, expiry::note_activity),
        Periodic::new("sum_up_totals", MINUTE, |state: AppState| async move {
            tally::compact(&state.pool).await
        }),
    ]
}
