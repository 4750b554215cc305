//! Routes of this area's pages.

use super::page::{CalendarPage, HistoryPage, ProgramSettingsPage, SettingsGroupPage};

crate::lazy::pages! { program:
    "settings/program" => ProgramSettingsPage,
    "settings/program/calendar" => CalendarPage,
    "settings/program/history" => HistoryPage,
    "settings/program/:group" => SettingsGroupPage,
}
