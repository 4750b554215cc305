//! The portal's mail in words: actions and notices.

use tierline_core::permission::mail::Action;

use crate::i18n::{Lang, messages, worded_codes};

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ManageMail => manage_mail(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        MailResent = "mail_resent" => done_mail_resent,
    }
}

messages! {
    // Actions.
    manage_mail => ["view and resend undelivered email", "查看並重新傳送未送達的郵件", "查看并重新发送未送达的邮件"];

    // Notices.
    done_mail_resent => ["The email is back in the queue.", "郵件已重新排入佇列。", "邮件已重新加入队列。"];
}
