//! Routes of this area's pages.

use super::page::ProgramSettingsPage;

crate::lazy::pages! { program:
    "settings/program" => ProgramSettingsPage,
}
