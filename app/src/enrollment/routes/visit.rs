//! The pages before an enrollment begins, and the page of a primary contact's link: documents of their own, because
//! most of those who open them are strangers.

crate::lazy::documents! {
    "start" => crate::enrollment::page::visit::StartPage,
    "enroll" => crate::enrollment::page::visit::WelcomePage,
    "enroll/work-account" => crate::enrollment::page::visit::WorkAccountPage,
    "enroll/create" => crate::enrollment::page::visit::CreateAccountPage,
    "confirm/:token" => crate::enrollment::page::link::ConfirmLinkPage,
}
