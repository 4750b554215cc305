//! Routes of this area's pages.

use super::page::SettingsPage;

crate::lazy::pages! { settings:
    "settings" => SettingsPage,
}
